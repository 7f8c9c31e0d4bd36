"""`zhishi serve`: the viewer on a loopback address."""

from __future__ import annotations

from typing import Annotated

import typer

from cli.common import settings
from graph.store.connection import open_graph
from webui.serve import serve


def command(
    port: Annotated[
        int, typer.Option("--port", min=0, max=65535, help="端口; 0 为任取空闲端口 (0: any free port).")
    ] = 8000,
) -> None:
    """打开浏览界面, 只在本机可访问 (serve the viewer on this machine only)."""
    chosen = settings()
    with open_graph(chosen) as graph:
        serve(chosen, graph, port=port, announce=lambda address: typer.echo(f"知事识人: {address}  (Ctrl+C 结束)"))
