"""Tests of `ikw translate`, one module for each of its own."""
