"""`zhishi export pdf`."""

from __future__ import annotations

from cli.export_forms import forms_command
from export.approval_form.written import as_pdf

command = forms_command(".pdf", as_pdf, "任免审批表 PDF, A4 两页 (the form as PDF).")
