"""What works: the service behind its load balancer, and the validating function."""

import json

from cdktn import AssetType, TerraformAsset
from cdktn_provider_aws.appautoscaling_policy import (
    AppautoscalingPolicy,
)
from cdktn_provider_aws.appautoscaling_policy import (
    AppautoscalingPolicyTargetTrackingScalingPolicyConfiguration as Tracking,
)
from cdktn_provider_aws.appautoscaling_policy import (
    AppautoscalingPolicyTargetTrackingScalingPolicyConfigurationPredefinedMetricSpecification as Predefined,
)
from cdktn_provider_aws.appautoscaling_target import AppautoscalingTarget
from cdktn_provider_aws.ecr_lifecycle_policy import EcrLifecyclePolicy
from cdktn_provider_aws.ecr_repository import EcrRepository
from cdktn_provider_aws.ecs_cluster import EcsCluster, EcsClusterSetting
from cdktn_provider_aws.ecs_service import EcsService, EcsServiceLoadBalancer, EcsServiceNetworkConfiguration
from cdktn_provider_aws.ecs_task_definition import EcsTaskDefinition
from cdktn_provider_aws.lambda_alias import LambdaAlias
from cdktn_provider_aws.lambda_function import LambdaFunction, LambdaFunctionDeadLetterConfig, LambdaFunctionVpcConfig
from cdktn_provider_aws.lb import Lb, LbAccessLogs
from cdktn_provider_aws.lb_listener import LbListener, LbListenerDefaultAction, LbListenerDefaultActionRedirect
from cdktn_provider_aws.lb_target_group import LbTargetGroup, LbTargetGroupHealthCheck
from cdktn_provider_aws.sqs_queue import SqsQueue
from cdktn_provider_aws.wafv2_web_acl import (
    Wafv2WebAcl,
    Wafv2WebAclDefaultAction,
    Wafv2WebAclDefaultActionAllow,
    Wafv2WebAclVisibilityConfig,
)
from cdktn_provider_aws.wafv2_web_acl_association import Wafv2WebAclAssociation

from shape import (
    CERTIFICATE_ARN,
    PORT,
    REGION,
    SUFFIX,
)


class Compute:
    """What works: the service behind its load balancer, and the validating function."""

    def application(self):
        repository = EcrRepository(self, "ecr", name=f"ecr-{SUFFIX}", force_delete=True)
        keep = {
            "rules": [
                {
                    "rulePriority": 1,
                    "selection": {"tagStatus": "any", "countType": "imageCountMoreThan", "countNumber": 30},
                    "action": {"type": "expire"},
                }
            ]
        }
        EcrLifecyclePolicy(self, "ecr-policy", repository=repository.name, policy=json.dumps(keep))
        cluster = EcsCluster(
            self, "ecs", name=f"ecs-{SUFFIX}", setting=[EcsClusterSetting(name="containerInsights", value="enhanced")]
        )
        log = self.log_group("ecs")
        execution = self.role(
            "execution", "ecs-tasks", ["ecr:BatchGetImage", "logs:PutLogEvents"], [repository.arn, log.arn]
        )
        task = self.role("task", "ecs-tasks", ["s3:PutObject"], f"{self.buckets['transactions'].arn}/*")
        options = {"awslogs-group": log.name, "awslogs-region": REGION, "awslogs-stream-prefix": "payment"}
        container = {
            "name": "payment",
            "image": f"{repository.repository_url}:release",
            "portMappings": [{"containerPort": PORT}],
            "logConfiguration": {"logDriver": "awslogs", "options": options},
            "healthCheck": {"command": ["CMD", "/usr/local/bin/healthcheck"]},
        }
        definition = EcsTaskDefinition(
            self,
            "task",
            family=f"payment-{SUFFIX}",
            cpu="1024",
            memory="2048",
            network_mode="awsvpc",
            requires_compatibilities=["FARGATE"],
            execution_role_arn=execution.arn,
            task_role_arn=task.arn,
            container_definitions=json.dumps([container]),
        )
        balancer = Lb(
            self,
            "alb",
            name=f"alb-{SUFFIX}",
            load_balancer_type="application",
            subnets=self.subnets["public"],
            security_groups=[self.groups["load-balancer"].id],
            drop_invalid_header_fields=True,
            access_logs=LbAccessLogs(bucket=self.buckets["access"].bucket, enabled=True),
        )
        health = LbTargetGroupHealthCheck(path="/healthz", protocol="HTTPS", interval=10)
        group = LbTargetGroup(
            self,
            "tg",
            name=f"tg-{SUFFIX}",
            port=PORT,
            protocol="HTTPS",
            target_type="ip",
            vpc_id=self.vpc.id,
            health_check=health,
        )
        forward = LbListenerDefaultAction(type="forward", target_group_arn=group.arn)
        LbListener(
            self,
            "https",
            load_balancer_arn=balancer.arn,
            port=443,
            protocol="HTTPS",
            certificate_arn=CERTIFICATE_ARN,
            ssl_policy="ELBSecurityPolicy-TLS13-1-2-2021-06",
            default_action=[forward],
        )
        redirect = LbListenerDefaultAction(
            type="redirect",
            redirect=LbListenerDefaultActionRedirect(status_code="HTTP_301", port="443", protocol="HTTPS"),
        )
        LbListener(self, "http", load_balancer_arn=balancer.arn, port=80, protocol="HTTP", default_action=[redirect])
        place = EcsServiceNetworkConfiguration(
            subnets=self.subnets["app"], security_groups=[self.groups["application"].id]
        )
        self.service = EcsService(
            self,
            "service",
            name=f"service-{SUFFIX}",
            cluster=cluster.id,
            task_definition=definition.arn,
            desired_count=10,
            launch_type="FARGATE",
            network_configuration=place,
            load_balancer=[
                EcsServiceLoadBalancer(container_name="payment", container_port=PORT, target_group_arn=group.arn)
            ],
        )
        self.resource = f"service/{cluster.name}/{self.service.name}"
        visibility = Wafv2WebAclVisibilityConfig(
            cloudwatch_metrics_enabled=True, metric_name="waf", sampled_requests_enabled=True
        )
        acl = Wafv2WebAcl(
            self,
            "waf",
            scope="REGIONAL",
            name=f"waf-{SUFFIX}",
            visibility_config=visibility,
            default_action=Wafv2WebAclDefaultAction(allow=Wafv2WebAclDefaultActionAllow()),
        )
        Wafv2WebAclAssociation(self, "waf-alb", resource_arn=balancer.arn, web_acl_arn=acl.arn)

    def scaling(self):
        where = dict(service_namespace="ecs", scalable_dimension="ecs:service:DesiredCount", resource_id=self.resource)
        AppautoscalingTarget(self, "scaling", min_capacity=10, max_capacity=50, **where)
        for name, metric in {
            "cpu": "ECSServiceAverageCPUUtilization",
            "requests": "ALBRequestCountPerTarget",
        }.items():
            tracking = Tracking(
                target_value=45, predefined_metric_specification=Predefined(predefined_metric_type=metric)
            )
            AppautoscalingPolicy(
                self,
                f"scaling-{name}",
                name=f"{name}-{SUFFIX}",
                policy_type="TargetTrackingScaling",
                target_tracking_scaling_policy_configuration=tracking,
                **where,
            )

    def validation(self, package):
        dead_letters = SqsQueue(
            self, "dead-letters", name=f"dead-letters-{SUFFIX}", kms_master_key_id=self.keys["data"].arn
        )
        log = self.log_group("lambda")
        role = self.role("validator", "lambda", ["logs:PutLogEvents", "sqs:SendMessage"], [log.arn, dead_letters.arn])
        asset = TerraformAsset(self, "package", path=package, type=AssetType.FILE)
        validator = LambdaFunction(
            self,
            "validator",
            function_name=f"validator-{SUFFIX}",
            role=role.arn,
            runtime="provided.al2023",
            handler="bootstrap",
            filename=asset.path,
            source_code_hash=asset.asset_hash,
            timeout=10,
            memory_size=512,
            publish=True,
            vpc_config=LambdaFunctionVpcConfig(
                subnet_ids=self.subnets["app"], security_group_ids=[self.groups["validation"].id]
            ),
            dead_letter_config=LambdaFunctionDeadLetterConfig(target_arn=dead_letters.arn),
        )
        LambdaAlias(
            self, "live", name="live", function_name=validator.function_name, function_version=validator.version
        )
