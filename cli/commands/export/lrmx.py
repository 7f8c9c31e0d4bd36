"""`zhishi export lrmx`."""

from __future__ import annotations

from cli.export_forms import forms_command
from export.approval_form.written import as_lrmx

command = forms_command(".lrmx", as_lrmx, "任免审批表 .lrmx, 与导入的原表一致 (the form as .lrmx, as it was imported).")
