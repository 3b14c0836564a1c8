"""The posting as data for job search engines: schema.org's JobPosting, as JSON-LD."""
