"""What works: the service behind its load balancer, and the validating function."""

import aws_cdk as cdk
from aws_cdk import (
    aws_certificatemanager as acm,
)
from aws_cdk import (
    aws_ec2 as ec2,
)
from aws_cdk import (
    aws_ecr as ecr,
)
from aws_cdk import (
    aws_ecs as ecs,
)
from aws_cdk import (
    aws_elasticloadbalancingv2 as elb,
)
from aws_cdk import (
    aws_lambda as function,
)
from aws_cdk import (
    aws_sqs as sqs,
)
from aws_cdk import (
    aws_wafv2 as waf,
)

from shape import (
    CERTIFICATE_ARN,
    PORT,
)


class Compute:
    """What works: the service behind its load balancer, and the validating function."""

    def application(self):
        repository = ecr.Repository(
            self,
            "repository",
            encryption_key=self.keys["data"],
            image_scan_on_push=True,
            removal_policy=cdk.RemovalPolicy.DESTROY,
            empty_on_delete=True,
            lifecycle_rules=[ecr.LifecycleRule(max_image_count=30)],
        )
        cluster = ecs.Cluster(self, "ecs", vpc=self.vpc, container_insights_v2=ecs.ContainerInsights.ENHANCED)
        task = ecs.FargateTaskDefinition(self, "task", cpu=1024, memory_limit_mib=2048)
        task.add_container(
            "payment",
            image=ecs.ContainerImage.from_ecr_repository(repository, "release"),
            logging=ecs.LogDrivers.aws_logs(stream_prefix="payment", log_group=self.log_group("ecs")),
            health_check=ecs.HealthCheck(command=["CMD", "/usr/local/bin/healthcheck"]),
            port_mappings=[ecs.PortMapping(container_port=PORT)],
            readonly_root_filesystem=True,
        )
        self.buckets["transactions"].grant_put(task.task_role)
        service = ecs.FargateService(
            self,
            "service",
            cluster=cluster,
            task_definition=task,
            desired_count=10,
            circuit_breaker=ecs.DeploymentCircuitBreaker(rollback=True),
            min_healthy_percent=100,
            security_groups=[self.groups["application"]],
            vpc_subnets=ec2.SubnetSelection(subnet_group_name="app"),
        )
        balancer = elb.ApplicationLoadBalancer(
            self,
            "alb",
            vpc=self.vpc,
            internet_facing=True,
            drop_invalid_header_fields=True,
            security_group=self.groups["load-balancer"],
        )
        balancer.log_access_logs(self.buckets["access"])
        certificate = acm.Certificate.from_certificate_arn(self, "certificate", CERTIFICATE_ARN)
        listener = balancer.add_listener(
            "https", port=443, certificates=[certificate], ssl_policy=elb.SslPolicy.TLS13_RES, open=False
        )
        balancer.add_redirect()
        group = listener.add_targets(
            "payment",
            port=PORT,
            protocol=elb.ApplicationProtocol.HTTPS,
            targets=[service],
            health_check=elb.HealthCheck(path="/healthz", interval=cdk.Duration.seconds(10)),
        )
        scaling = service.auto_scale_task_count(min_capacity=10, max_capacity=50)
        scaling.scale_on_cpu_utilization("cpu", target_utilization_percent=45)
        scaling.scale_on_request_count("requests", requests_per_target=1000, target_group=group)
        visibility = waf.CfnWebACL.VisibilityConfigProperty(
            cloud_watch_metrics_enabled=True, metric_name="waf", sampled_requests_enabled=True
        )
        limit = waf.CfnWebACL.RateBasedStatementProperty(aggregate_key_type="IP", limit=2000)
        acl = waf.CfnWebACL(
            self,
            "waf",
            scope="REGIONAL",
            visibility_config=visibility,
            default_action=waf.CfnWebACL.DefaultActionProperty(allow=waf.CfnWebACL.AllowActionProperty()),
            rules=[
                waf.CfnWebACL.RuleProperty(
                    name="rate",
                    priority=1,
                    visibility_config=visibility,
                    action=waf.CfnWebACL.RuleActionProperty(block=waf.CfnWebACL.BlockActionProperty()),
                    statement=waf.CfnWebACL.StatementProperty(rate_based_statement=limit),
                )
            ],
        )
        waf.CfnWebACLAssociation(self, "waf-alb", resource_arn=balancer.load_balancer_arn, web_acl_arn=acl.attr_arn)

    def validation(self, package):
        dead_letters = sqs.Queue(
            self, "dead-letters", encryption=sqs.QueueEncryption.KMS, encryption_master_key=self.keys["data"]
        )
        validator = function.Function(
            self,
            "validator",
            runtime=function.Runtime.PROVIDED_AL2023,
            handler="bootstrap",
            code=function.Code.from_asset(package),
            vpc=self.vpc,
            security_groups=[self.groups["validation"]],
            vpc_subnets=ec2.SubnetSelection(subnet_group_name="app"),
            dead_letter_queue=dead_letters,
            environment_encryption=self.keys["data"],
            log_group=self.log_group("lambda"),
            tracing=function.Tracing.ACTIVE,
            timeout=cdk.Duration.seconds(10),
            memory_size=512,
        )
        function.Alias(
            self, "live", alias_name="live", version=validator.current_version, provisioned_concurrent_executions=3
        )
