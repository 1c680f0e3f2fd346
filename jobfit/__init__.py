"""How well a candidate's profile covers a job posting, requirement by requirement, with the line that decides each."""

__version__ = "0.1.0"
