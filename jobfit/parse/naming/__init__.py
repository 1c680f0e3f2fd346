"""The head of a page comes in; the job's title, the employer, the place and the kind of employment that it states come out."""
