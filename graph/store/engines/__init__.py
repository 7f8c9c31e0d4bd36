"""The engines that can hold the graph, each with its differences in its own module."""
