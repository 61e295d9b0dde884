/**
 * What readers attach to the word they mean: particles, endings, and the words a question is made of.
 * A cut is only ever a candidate; the caller decides by its vocabulary, so that 회의 never becomes 회.
 * @module
 */

const PARTICLES =
  "이?란|이?라는|이?라고|이?라면|은|는|이|가|을|를|의|에|에서|에게|한테|께서|으?로|으?로서|으?로써|와|과|이?랑|하고|" +
  "도|만|까지|부터|보다|처럼|마다|조차|마저|밖에|이?나|이?든|이?며|이고|이?면|이?야|이?요|인|인가|인데|일|입니다|" +
  "입니까|이?에요|예요|용|별|적|적인|상|간|내";
const VERBS =
  "(?:하|되|시키|당하|받|이|있|없)(?:다|는|고|며|면|기|지|게|려면|려고|도록|던|나|나요|는지|는데|는가|니|냐|여|여야|" +
  "었다|었던)|한|할|함|해|해서|해도|해야|했다|했던|한다|한다면|합니다|할까|하려|된|될|됨|돼|돼서|됐다|된다|된다면|" +
  "됩니다|될까|되려|시킨|시킬|시켜|당한|당할|받은|받을|하던|했던|되던|됐던|하자|되자";

const PARTICLE = new RegExp(`^들?(?:${PARTICLES})(?:는|은|도|의|만|요)?$|^들$`);
const ENDING = new RegExp(`^(?:들?(?:${PARTICLES})(?:는|은|도|의|만|요)?|들|${VERBS})$`);
const ENGLISH_ENDING = /^(?:s|es|ed|d|er|ers|ing|ies|y|ion|ions)$/;

const QUESTION_WORDS = new Set(
  (
    "뭐 뭐야 뭐지 뭐예요 뭔가요 뭔가 뭔지 뭐임 뭔데 무엇 무엇인가 무엇인가요 무엇인지 무엇을 무슨 뜻 뜻은 뜻이 의미 " +
    "의미는 정의 설명 설명해줘 알려줘 알려주세요 찾아줘 궁금 어떤 어떻게 어디 어디서 언제 왜 누가 누구 누구야 얼마 " +
    "얼마나 몇 하나 하나요 했나 했나요 한다 한다는 하는 하는가 할까 합니까 되나 되나요 되는 되는가 될까 된다 있나 " +
    "있나요 있는 있을까 있다 인가 인가요 인지 대해 대해서 대한 관한 관해 관련 위한 위해 위해서 따른 따라 통한 통해 것 " +
    "것은 것인가 거 거야 건가 건가요 게 걸 수 그 이 저 및 등 또는 그리고 때 좀 이게 그게 쓰나 쓰이나 쓰는 나요 차이 " +
    "차이점 비교 " +
    "what who when where why how which whose is are was were do does did done can could should would will may might " +
    "must have has had the a an of in on at for to and or with by from about into as than mean means meaning define " +
    "definition explain tell me i we you they my our your their it its this that these those there be been being if " +
    "vs versus between difference get some any all more less each other only also very much many make makes made go " +
    "goes take takes give gives let lets best own near so not no but"
  ).split(" "),
);

/** @param {string} text @returns {boolean} whether the text is a particle, alone or with a second one behind it */
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

/** Between what isn't meant and what is; in English the other way round, where little follows. */
const NOT = new Set(["말고", "아니고", "아니라", "아닌"]);
const FEW = 2;

/**
 * The words that carry the subject of a question; all of them where none does.
 * @param {string[]} words
 * @returns {string[]}
 */
export function content(words) {
  const meant = affirmed(words).filter((word) => !QUESTION_WORDS.has(word));
  return meant.length ? meant : words;
}

/** @param {string[]} words @returns {string[]} those that are not denied */
function affirmed(words) {
  const after = words.findLastIndex((word) => NOT.has(word)) + 1;
  if (after) return words.slice(after);
  const not = words.indexOf("not");
  const denied = not > 0 ? words.slice(not + 1) : [];
  const few = denied.length > 0 && denied.length <= FEW && !denied.some((word) => QUESTION_WORDS.has(word));
  return few ? words.slice(0, not) : words;
}
