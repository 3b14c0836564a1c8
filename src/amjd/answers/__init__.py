"""The answers: what can be asked, how it is read, and what is known from it; no screen."""
