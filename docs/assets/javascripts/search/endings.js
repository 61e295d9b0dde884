/**
 * What readers attach to the word they mean: particles and endings.
 * A cut is only ever a candidate; the caller decides by its vocabulary, so that 회의 never becomes 회.
 * @module
 */

const PARTICLES =
  "이?(?:란|라[는고면도서니]|야(?:말로)?|나|든|며|면|요|죠|지|니까|에요|랑)|으?로[서써]?|으?론|[은는이가을를의도만뿐와과용별적상간내게]|" +
  "에[서게]?|에선|엔|한테|께서|하고|까지|부터|보다|처럼|마다|조차|마저|밖에|이[고다]|이었던|였던|인[가지데]?|일까?|입니[다까]|예요|" +
  "관련|적인";
const VERBS =
  "(?:하|되|시키|당하|받|이|있|없)(?:다|는|고|며|면|기|지|게|자|려|려면|려고|도록|던|나|나요|는지|는데|는가|니|냐|여|여야|" +
  "었다|었던)|(?:한|할|된|될|시킨|시킬|당한|당할|받은|받을)(?:다|다면|까)?|[함됨]|(?:해|돼)(?:요|서|도|야)?|" +
  "(?:했|됐)(?:다|던|나|나요)?|[합됩]니다|시켜";

/** Particles stack: 에서부터, 만을, 이라는게, 까지만의. */
const STACK = `들?(?:${PARTICLES}){1,2}(?:는|은|도|의|만|요)?|들`;
const PARTICLE = new RegExp(`^(?:${STACK})$`);
const ENDING = new RegExp(`^(?:${STACK}|${VERBS})$`);
const ENGLISH_ENDING = /^(?:s|es|ed|d|er|ers|ing|ies|y|ion|ions)$/;

/** @param {string} text @returns {boolean} whether the text is a particle, alone or with others behind it */
export function isParticle(text) {
  return PARTICLE.test(text);
}

/** @param {string} text @returns {boolean} whether the text can stand behind a stem, in either language */
export function isEnding(text) {
  return ENDING.test(text) || ENGLISH_ENDING.test(text);
}

/** @param {string} word @returns {boolean} whether the word ends as Korean verbs do; verbs say less than nouns */
export function isVerbal(word) {
  return /[는던고서면게며려워러야까요다]$|도록$|[하되키들찾넣막쓰이리우추보짓내꾸]기$/.test(word);
}

/**
 * What the word would be without its ending, for every ending it could have; the longest first.
 * `stems("수출통제에서는") → ["수출통제에서", "수출통제"]`.
 * @param {string} word
 * @returns {string[]}
 */
export function stems(word) {
  const found = [];
  for (let end = word.length - 1; end > 0 && word.length - end <= 6; end--)
    if (isEnding(word.slice(end))) found.push(word.slice(0, end));
  return found;
}
