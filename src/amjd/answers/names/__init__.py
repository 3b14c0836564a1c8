"""Names: of persons, posts, companies, clients and tools, as sentences have them."""
