"""The engine that comes with the program: a Java server of our own, shared by the processes of one user.

`folder` is what lies on disk, `runtime` how Java is found and started, `admin` what is said over HTTP, `supervisor` the
small process that starts the server, and stops it when the last user has gone, and `engine` what the store talks to.
"""
