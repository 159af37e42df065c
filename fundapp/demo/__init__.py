"""A fictional fund on the day it is built: the demo, and the tests' sample. Built through the desk alone."""
