"""Gaps of AWS Backup, Fault Injection Service and Step Functions."""

import json
import time
import uuid
from urllib.parse import unquote

from moto.backup import urls as backup_urls
from moto.backup.exceptions import ResourceNotFoundException as BackupNotFound
from moto.backup.models import BackupBackend
from moto.backup.responses import BackupResponse
from moto.core.responses import ActionResult
from moto.fis.exceptions import ResourceNotFoundException as TemplateNotFound
from moto.fis.responses import FISResponse
from moto.stepfunctions.responses import StepFunctionResponse

from gaps import added, around, gap, kept


@gap
def backup_selection():
    """The calls for selections are missing: `aws_backup_selection` cannot be created."""

    def selections(response):
        plan, _, selection = response.path.split("/plans/")[1].partition("/selections")
        return kept(response.backup_backend, "selections"), plan, selection.strip("/")

    @added(BackupResponse)
    def create_backup_selection(self):
        known, plan, _ = selections(self)
        created = {"SelectionId": str(uuid.uuid4()), "BackupPlanId": plan, "CreationDate": time.time()}
        known[created["SelectionId"]] = created | {"BackupSelection": json.loads(self.body)["BackupSelection"]}
        return json.dumps(created)

    @added(BackupResponse)
    def get_backup_selection(self):
        known, _, selection = selections(self)
        if selection not in known:
            raise BackupNotFound(f"selection {selection} does not exist")
        return json.dumps(known[selection])

    @added(BackupResponse)
    def delete_backup_selection(self):
        known, _, selection = selections(self)
        known.pop(selection, None)
        return "{}"

    @added(BackupResponse)
    def list_backup_selections(self):
        known, plan, _ = selections(self)
        listed = [
            {key: selection[key] for key in ("SelectionId", "BackupPlanId", "CreationDate")}
            | {"SelectionName": selection["BackupSelection"]["SelectionName"]}
            for selection in known.values()
            if selection["BackupPlanId"] == plan
        ]
        return json.dumps({"BackupSelectionsList": listed})


@gap
def backup_tags():
    """Tags are looked up only where the address ends in a slash, and the provider's does not: every backup resource fails."""

    @added(BackupResponse)
    def list_tags(self):
        arn = unquote(self.path.split("/tags/")[1].rstrip("/"))
        return json.dumps({"Tags": self.backup_backend.list_tags(resource_arn=arn)})


@gap
def backup_plan_names():
    """The name of a deleted plan stays taken: what was destroyed cannot be applied again."""

    @around(BackupBackend, "delete_backup_plan")
    def delete_backup_plan(original, self, backup_plan_id):
        deleted = original(self, backup_plan_id)
        del self.plans[backup_plan_id]
        return deleted


@gap
def backup_recovery_points():
    """Recovery points cannot be listed: `aws_backup_vault` with `force_destroy` cannot be destroyed. The list is always empty."""
    backup_urls.url_paths[r"{0}/backup-vaults/(?P<name>[^/]+)/recovery-points/$"] = BackupResponse.dispatch

    @added(BackupResponse)
    def list_recovery_points_by_backup_vault(self):
        return json.dumps({"RecoveryPoints": []})


@gap
def experiment_template():
    """Templates can be neither read nor listed: `aws_fis_experiment_template` cannot be read after it was created."""

    @added(FISResponse)
    def get_experiment_template(self):
        template = self.fis_backend.experiment_templates.get(self._get_param("id"))
        if not template:
            raise TemplateNotFound(f"experiment template {self._get_param('id')} does not exist")
        tags = self.fis_backend.tagger.get_tag_dict_for_resource(template.arn)
        return json.dumps({"experimentTemplate": template.to_dict(tags=tags)})

    @added(FISResponse)
    def list_experiment_templates(self):
        listed = [template.to_dict() for template in self.fis_backend.experiment_templates.values()]
        return json.dumps({"experimentTemplates": listed})


@gap
def state_machine_validation():
    """`ValidateStateMachineDefinition` is missing: `aws_sfn_state_machine` cannot be planned. Moto's own parser answers."""

    @added(StepFunctionResponse)
    def validate_state_machine_definition(self):
        from moto.stepfunctions.parser.asl.parse.asl_parser import AmazonStateLanguageParser

        try:
            AmazonStateLanguageParser.parse(self._get_param("definition"))
        except Exception as error:  # the parser raises whatever its grammar ran into
            finding = {"severity": "ERROR", "code": "SCHEMA_VALIDATION_FAILED", "message": repr(error)}
            return json.dumps({"result": "FAIL", "diagnostics": [finding], "truncated": False})
        return json.dumps({"result": "OK", "diagnostics": [], "truncated": False})


@gap
def state_machine_versions():
    """`ListStateMachineVersions` is missing: `aws_sfn_state_machine` cannot be read after it was created."""

    @added(StepFunctionResponse)
    def list_state_machine_versions(self):
        machine = self.stepfunction_backend.describe_state_machine(self._get_param("stateMachineArn"))
        versions = [
            {"stateMachineVersionArn": version.arn, "creationDate": version.creation_date}
            for version in machine.versions.values()
        ]
        return ActionResult({"stateMachineVersions": versions})
