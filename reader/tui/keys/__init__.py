"""Commands, their keys, and what keys are called."""
