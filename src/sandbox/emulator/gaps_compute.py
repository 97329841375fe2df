"""Gaps of ECS, Application Auto Scaling and Lambda."""

import json

from moto.applicationautoscaling.responses import ApplicationAutoScalingResponse
from moto.awslambda import urls as lambda_urls
from moto.awslambda.exceptions import LambdaClientError
from moto.awslambda.models import EventSourceMapping, LambdaBackend, LambdaFunction
from moto.awslambda.responses import LambdaResponse
from moto.core.config import default_user_config
from moto.core.utils import camelcase_to_underscores
from moto.ecs.responses import EC2ContainerServiceResponse

from gaps import added, around, gap, kept, played


@gap
def scalable_target_tags():
    """Application Auto Scaling has no tag calls: `aws_appautoscaling_target` fails, and with it all scaling."""

    def tags(response, arn=None):
        arn = arn or response._get_param("ResourceARN")
        return kept(response.applicationautoscaling_backend, "tags").setdefault(arn, {})

    @added(ApplicationAutoScalingResponse)
    def list_tags_for_resource(self):
        return json.dumps({"Tags": tags(self)})

    @added(ApplicationAutoScalingResponse)
    def tag_resource(self):
        tags(self).update(self._get_param("Tags"))
        return "{}"

    @added(ApplicationAutoScalingResponse)
    def untag_resource(self):
        for key in self._get_param("TagKeys"):
            tags(self).pop(key, None)
        return "{}"

    @around(ApplicationAutoScalingResponse, "register_scalable_target")
    def register(original, self):
        answer = original(self)
        tags(self, json.loads(answer)["ScalableTargetARN"]).update(self._get_param("Tags") or {})
        return answer


@gap
def ecs_service_attributes():
    """Services forget strategy, grace period, deployment and zone settings: `aws_ecs_service` plans its replacement."""
    attributes = (
        "availabilityZoneRebalancing",
        "capacityProviderStrategy",
        "deploymentConfiguration",
        "enableECSManagedTags",
        "enableExecuteCommand",
        "healthCheckGracePeriodSeconds",
    )

    def remember(original, self):
        result = original(self)
        service = result.result["service"]
        for attribute in attributes:
            value = self._get_param(attribute)
            if value is not None:
                setattr(service, camelcase_to_underscores(attribute), value)
        if self._get_param("capacityProviderStrategy"):
            service.launch_type = None
            for deployment in service.deployments:
                deployment["launchType"] = None
        return result

    around(EC2ContainerServiceResponse, "create_service")(remember)
    around(EC2ContainerServiceResponse, "update_service")(remember)


@gap
def lambda_function_attributes():
    """Functions forget their KMS key, dead-letter target and log format: `aws_lambda_function` plans a change every time."""
    attributes = ("DeadLetterConfig", "KMSKeyArn", "LoggingConfig")

    def remember(function, settings):
        known = function.__dict__.setdefault("kept_attributes", {})
        known.update({name: settings[name] for name in attributes if settings.get(name)})

    @around(LambdaFunction, "__init__")
    def init(original, self, account_id, spec, *args, **kwargs):
        original(self, account_id, spec, *args, **kwargs)
        remember(self, spec)

    @around(LambdaFunction, "update_configuration")
    def update(original, self, settings):
        remember(self, settings)
        return original(self, settings)

    @around(LambdaFunction, "get_configuration")
    def get(original, self, *args, **kwargs):
        return original(self, *args, **kwargs) | self.__dict__.get("kept_attributes", {})


@gap
def lambda_provisioned_concurrency():
    """`PutProvisionedConcurrencyConfig` is missing: `aws_lambda_provisioned_concurrency_config` cannot be created."""
    path = r"{0}/(?P<api_version>[^/]+)/functions/(?P<function_name>[\w_:%-]+)/provisioned-concurrency/?$"
    lambda_urls.url_paths[path] = LambdaResponse.dispatch

    def configured(response):
        function = response.path.split("/functions/")[1].split("/")[0]
        return kept(response.backend, "concurrency"), (function, response._get_param("Qualifier"))

    def answer(number):
        return json.dumps(
            {
                "RequestedProvisionedConcurrentExecutions": number,
                "AvailableProvisionedConcurrentExecutions": number,
                "AllocatedProvisionedConcurrentExecutions": number,
                "Status": "READY",
                "LastModified": "2020-01-01T00:00:00+0000",
            }
        )

    @added(LambdaResponse)
    def put_provisioned_concurrency_config(self):
        known, key = configured(self)
        known[key] = json.loads(self.body)["ProvisionedConcurrentExecutions"]
        return 202, {}, answer(known[key])

    @added(LambdaResponse)
    def get_provisioned_concurrency_config(self):
        known, key = configured(self)
        if key not in known:
            raise LambdaClientError("ProvisionedConcurrencyConfigNotFoundException", "No config found")
        return 200, {}, answer(known[key])

    @added(LambdaResponse)
    def delete_provisioned_concurrency_config(self):
        known, key = configured(self)
        known.pop(key, None)
        return 204, {}, ""


@gap
def event_source_mapping_of_an_alias():
    """A mapping on an alias answers with the function: `aws_lambda_event_source_mapping` plans a change every time."""
    colons_of_a_qualified_arn = 7

    @around(LambdaBackend, "create_event_source_mapping")
    def create(original, self, spec):
        mapping = original(self, spec)
        if spec["FunctionName"].count(":") == colons_of_a_qualified_arn:
            mapping.kept_alias_arn = spec["FunctionName"]
        return mapping

    @around(EventSourceMapping, "get_configuration")
    def get(original, self):
        return original(self) | {"FunctionArn": self.__dict__.get("kept_alias_arn", self.function_arn)}


@played
def lambda_answers_without_docker():
    """Invoking a function needs Docker in plain moto; here it answers with a fixed text, and its code does not run."""
    default_user_config["lambda"] = {"use_docker": False}
