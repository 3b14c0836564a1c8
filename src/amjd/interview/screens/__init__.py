"""The screens of our own, beside the questions of the posting."""
