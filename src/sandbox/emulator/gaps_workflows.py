"""Step Functions workflows that really run: their tasks call the emulator, their JSONata is evaluated."""

import json
import re
import uuid
from datetime import datetime, timedelta

import botocore.session
import jsonata
from moto.core.config import default_user_config
from moto.core.utils import utcnow
from moto.rds.models import DBCluster
from moto.stepfunctions.parser.asl.component.state.exec.state_task.service.state_task_service_aws_sdk import (
    StateTaskServiceAwsSdk,
)
from moto.stepfunctions.parser.asl.jsonata import jsonata as expressions
from moto.stepfunctions.parser.backend.execution import Execution
from moto.stepfunctions.parser.models import StepFunctionsParserBackend
from moto.stepfunctions.responses import StepFunctionResponse

from gaps import around, gap, played


def spelled(name):
    """An argument as Step Functions spells it: as the AWS SDK for Java 2 does, which folds only the acronym at its beginning."""
    acronym = re.match(r"[A-Z]+(?![a-z])", name)
    return name if acronym is None else acronym[0].capitalize() + name[acronym.end():]


@gap
def state_machine_type():
    """The type is forgotten: an `aws_sfn_state_machine` of type `EXPRESS` is replaced by every apply."""

    @around(StepFunctionResponse, "create_state_machine")
    def create_state_machine(original, self):
        created = original(self)
        for machine in self.stepfunction_backend.state_machines:
            if machine.name == self._get_param("name"):
                machine.type = self._get_param("type") or "STANDARD"
        return created


@played
def workflows_run():
    """A workflow answers with fixed data: here it runs in moto's interpreter, which lacks a JSONata engine and gets one."""
    default_user_config["stepfunctions"] = {"execute_state_machine": True}

    def evaluate(expression):
        try:
            return json.loads(json.dumps(jsonata.Jsonata(expression).evaluate(None)))
        except Exception as error:  # the engine raises whatever it ran into
            raise expressions.JSONataException("UNKNOWN", str(error)) from error

    expressions._eval_jsonata = evaluate

    @around(StepFunctionsParserBackend, "start_execution")
    def start_execution(original, self, arn, name=None, *args, **kwargs):
        return original(self, arn, name or str(uuid.uuid4()), *args, **kwargs)

    # A workflow is copied for each execution, with the earlier ones, which hold locks that cannot be copied.
    Execution.__deepcopy__ = lambda self, _: self


@played
def workflow_tasks_spell_as_aws_does():
    """Tasks take and give the names of the API: here those of Step Functions, `DbClusters` for `DBClusters`, and its error names."""
    models = botocore.session.get_session()
    StateTaskServiceAwsSdk._to_sfn_cased, of_errors = staticmethod(spelled), StateTaskServiceAwsSdk._to_sfn_cased

    def operation(self):
        model = models.get_service_model(self._get_boto_service_name())
        return model.operation_model(next(
            name for name in model.operation_names if name.lower() == self.resource.api_action.lower()
        ))

    def to_request(self, parameters, shape):
        names = {spelled(name): name for name in shape.members}
        for key, value in [(key, parameters.pop(key)) for key in list(parameters)]:
            if key in names:
                parameters[names[key]] = self._to_boto_request_value(value, shape.members[names[key]])
            else:  # AWS refuses it; so does botocore
                parameters[f"{key}, which no task knows"] = value

    StateTaskServiceAwsSdk._to_boto_request = to_request

    @around(StateTaskServiceAwsSdk, "_normalise_parameters")
    def parameters(original, self, parameters, *args):
        self._to_boto_request(parameters, operation(self).input_shape)

    @around(StateTaskServiceAwsSdk, "_normalise_response")
    def response(original, self, response, *args):
        if operation(self).output_shape:
            self._from_boto_response(response, operation(self).output_shape)
            # Times become text, as they do in a workflow.
            response.update(json.loads(json.dumps(response, default=datetime.isoformat)))

    def exception_name(service, error):
        name = error.__class__.__name__.removesuffix("Fault").removesuffix("Exception")
        service = service.capitalize()
        return f"{service}.{of_errors(name) if name != 'ClientError' else service}Exception"

    StateTaskServiceAwsSdk._normalise_exception_name = staticmethod(exception_name)


@played
def recovery_point_falls_behind():
    """A cluster can be restored to this very moment: its tag `emulator:restorable-seconds-ago` sets that back, or to `never`."""

    def latest_restorable_time(self):
        tags = {tag["Key"]: tag["Value"] for tag in self.tags}
        seconds_ago = tags.get("emulator:restorable-seconds-ago", "0")
        return None if seconds_ago == "never" else utcnow() - timedelta(seconds=int(seconds_ago))

    DBCluster.latest_restorable_time = property(latest_restorable_time)
