"""Looking at uploads and taking them, in the background: the viewer's way to write files in, through `ingest`."""

from __future__ import annotations

from collections.abc import Callable

from ingest.diff import Difference
from ingest.mapping.importer import MappingImporter
from ingest.mapping.load import load_mapping
from ingest.run import import_paths
from webui.held.jobs import Job
from webui.held.preview import Collector
from webui.held.services import Services, services
from webui.held.uploads import Upload


def look_at(upload: Upload) -> None:
    """Begin to find out what the files would change, without writing; report and records are kept with the upload."""
    using = services()

    def work(job: Job) -> None:
        with Collector(upload.preview) as collector:
            report = _import(using, upload, job, collector.watch)
        upload.keep_report(report)

    using.jobs.start(upload.token, Job(dry_run=True), work)


def take(upload: Upload) -> None:
    """Begin to import the files; the report outlives them by a day."""
    using = services()

    def work(job: Job) -> None:
        upload.keep_report(_import(using, upload, job, lambda _: None))
        upload.drop_files()

    using.jobs.start(upload.token, Job(dry_run=False), work)


def _import(using: Services, upload: Upload, job: Job, watch: Callable[[Difference], None]) -> dict[str, object]:
    def counted(difference: Difference) -> None:
        job.facts += len(difference.created) + len(difference.filled)
        job.facts += len(difference.changed) + len(difference.removed)
        watch(difference)

    importer = MappingImporter(load_mapping(upload.mapping)) if upload.mapping.exists() else None
    report = import_paths(
        using.graph,
        using.settings,
        upload.paths(),
        dry_run=job.dry_run,
        progress=job.progress,
        watch=counted,
        importer=importer,
    )
    return report.as_json()
