"""Review: what is said of a proposed change, tried with proposals of people who mean it well and of others."""
