"""The site while it is written: pages drawn when they are asked for, problems shown beside them."""
