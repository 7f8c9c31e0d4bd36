"""`zhishi export word`."""

from __future__ import annotations

from cli.export_forms import forms_command
from export.approval_form.written import as_word

command = forms_command(".docx", as_word, "任免审批表 Word, A4 两页 (the form as a Word document).")
