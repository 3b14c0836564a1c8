"""Who is meant, what they bring, and whom they look after."""
