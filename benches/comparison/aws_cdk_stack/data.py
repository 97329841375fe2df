"""What remembers: buckets and the database."""

import aws_cdk as cdk
from aws_cdk import (
    aws_ec2 as ec2,
)
from aws_cdk import (
    aws_rds as rds,
)
from aws_cdk import (
    aws_s3 as s3,
)

from shape import (
    ZONES,
)


class Data:
    """What remembers: buckets and the database."""

    def storage(self):
        access = s3.Bucket(
            self,
            "access-logs",
            encryption=s3.BucketEncryption.S3_MANAGED,
            enforce_ssl=True,
            versioned=True,
            block_public_access=s3.BlockPublicAccess.BLOCK_ALL,
            removal_policy=cdk.RemovalPolicy.DESTROY,
            lifecycle_rules=[s3.LifecycleRule(expiration=cdk.Duration.days(90))],
        )
        ages = [
            s3.Transition(storage_class=s3.StorageClass.INFREQUENT_ACCESS, transition_after=cdk.Duration.days(30)),
            s3.Transition(storage_class=s3.StorageClass.GLACIER, transition_after=cdk.Duration.days(90)),
        ]
        transactions = s3.Bucket(
            self,
            "transactions",
            encryption=s3.BucketEncryption.KMS,
            encryption_key=self.keys["data"],
            enforce_ssl=True,
            versioned=True,
            block_public_access=s3.BlockPublicAccess.BLOCK_ALL,
            server_access_logs_bucket=access,
            removal_policy=cdk.RemovalPolicy.DESTROY,
            lifecycle_rules=[s3.LifecycleRule(transitions=ages, expiration=cdk.Duration.days(2555))],
        )
        return {"access": access, "transactions": transactions}

    def database(self):
        engine = rds.DatabaseClusterEngine.aurora_postgres(version=rds.AuroraPostgresEngineVersion.of("16.9", "16"))

        def instance(zone):
            return rds.ClusterInstance.provisioned(
                f"instance-{zone}",
                instance_type=ec2.InstanceType("r7g.large"),
                enable_performance_insights=True,
                performance_insight_encryption_key=self.keys["data"],
                publicly_accessible=False,
            )

        writer, *readers = [instance(zone[-1]) for zone in ZONES]
        cluster = rds.DatabaseCluster(
            self,
            "aurora",
            engine=engine,
            writer=writer,
            readers=readers,
            vpc=self.vpc,
            vpc_subnets=ec2.SubnetSelection(subnet_group_name="data"),
            security_groups=[self.groups["database"]],
            storage_encrypted=True,
            storage_encryption_key=self.keys["data"],
            iam_authentication=True,
            backup=rds.BackupProps(retention=cdk.Duration.days(35)),
            cloudwatch_logs_exports=["postgresql"],
            credentials=rds.Credentials.from_generated_secret("payadmin", encryption_key=self.keys["data"]),
            parameter_group=rds.ParameterGroup(self, "parameters", engine=engine, parameters={"rds.force_ssl": "1"}),
            removal_policy=cdk.RemovalPolicy.DESTROY,
        )
        cluster.add_proxy(
            "proxy",
            secrets=[cluster.secret],
            vpc=self.vpc,
            security_groups=[self.groups["proxy"]],
            vpc_subnets=ec2.SubnetSelection(subnet_group_name="data"),
            iam_auth=True,
        )
