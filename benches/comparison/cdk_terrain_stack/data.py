"""What remembers: buckets and the database."""

from cdktn_provider_aws.db_proxy import DbProxy, DbProxyAuth
from cdktn_provider_aws.db_proxy_default_target_group import DbProxyDefaultTargetGroup
from cdktn_provider_aws.db_proxy_target import DbProxyTarget
from cdktn_provider_aws.db_subnet_group import DbSubnetGroup
from cdktn_provider_aws.rds_cluster import RdsCluster
from cdktn_provider_aws.rds_cluster_instance import RdsClusterInstance
from cdktn_provider_aws.rds_cluster_parameter_group import RdsClusterParameterGroup, RdsClusterParameterGroupParameter
from cdktn_provider_aws.s3_bucket import S3Bucket
from cdktn_provider_aws.s3_bucket_lifecycle_configuration import (
    S3BucketLifecycleConfiguration,
    S3BucketLifecycleConfigurationRule,
    S3BucketLifecycleConfigurationRuleExpiration,
)
from cdktn_provider_aws.s3_bucket_public_access_block import S3BucketPublicAccessBlock
from cdktn_provider_aws.s3_bucket_server_side_encryption_configuration import (
    S3BucketServerSideEncryptionConfigurationA,
    S3BucketServerSideEncryptionConfigurationRuleA,
    S3BucketServerSideEncryptionConfigurationRuleApplyServerSideEncryptionByDefaultA,
)
from cdktn_provider_aws.s3_bucket_versioning import S3BucketVersioningA, S3BucketVersioningVersioningConfiguration

from shape import (
    SUFFIX,
    ZONES,
)


class Data:
    """What remembers: buckets and the database."""

    def storage(self):
        self.buckets = {name: self.bucket(name, days) for name, days in {"access": 90, "transactions": 2555}.items()}

    def bucket(self, name, days):
        bucket = S3Bucket(self, f"s3-{name}", bucket=f"s3-{name}-{SUFFIX}", force_destroy=True)
        S3BucketVersioningA(
            self,
            f"versioning-{name}",
            bucket=bucket.id,
            versioning_configuration=S3BucketVersioningVersioningConfiguration(status="Enabled"),
        )
        default = S3BucketServerSideEncryptionConfigurationRuleApplyServerSideEncryptionByDefaultA(
            sse_algorithm="aws:kms", kms_master_key_id=self.keys["data"].arn
        )
        rule = S3BucketServerSideEncryptionConfigurationRuleA(apply_server_side_encryption_by_default=default)
        S3BucketServerSideEncryptionConfigurationA(self, f"encryption-{name}", bucket=bucket.id, rule=[rule])
        S3BucketPublicAccessBlock(
            self,
            f"private-{name}",
            bucket=bucket.id,
            block_public_acls=True,
            block_public_policy=True,
            ignore_public_acls=True,
            restrict_public_buckets=True,
        )
        expiry = S3BucketLifecycleConfigurationRule(
            id="end", status="Enabled", expiration=[S3BucketLifecycleConfigurationRuleExpiration(days=days)]
        )
        S3BucketLifecycleConfiguration(self, f"lifecycle-{name}", bucket=bucket.id, rule=[expiry])
        return bucket

    def database(self):
        subnets = DbSubnetGroup(self, "subnet-group", name=f"aurora-{SUFFIX}", subnet_ids=self.subnets["data"])
        tls = RdsClusterParameterGroupParameter(name="rds.force_ssl", value="1")
        parameters = RdsClusterParameterGroup(self, "parameters", family="aurora-postgresql16", parameter=[tls])
        cluster = RdsCluster(
            self,
            "aurora",
            engine="aurora-postgresql",
            engine_version="16.9",
            database_name="payments",
            master_username="payadmin",
            manage_master_user_password=True,
            db_subnet_group_name=subnets.name,
            storage_encrypted=True,
            kms_key_id=self.keys["data"].arn,
            db_cluster_parameter_group_name=parameters.name,
            backup_retention_period=35,
            skip_final_snapshot=True,
            availability_zones=ZONES,
            vpc_security_group_ids=[self.groups["database"].id],
            enabled_cloudwatch_logs_exports=["postgresql"],
        )
        for order, zone in enumerate(ZONES):
            RdsClusterInstance(
                self,
                f"instance-{zone}",
                cluster_identifier=cluster.id,
                instance_class="db.r7g.large",
                engine="aurora-postgresql",
                availability_zone=zone,
                promotion_tier=order,
                performance_insights_enabled=True,
            )
        secret = cluster.master_user_secret.get(0).secret_arn
        role = self.role("proxy", "rds", ["secretsmanager:GetSecretValue"], secret)
        proxy = DbProxy(
            self,
            "proxy",
            name=f"proxy-{SUFFIX}",
            engine_family="POSTGRESQL",
            role_arn=role.arn,
            require_tls=True,
            vpc_subnet_ids=self.subnets["data"],
            auth=[DbProxyAuth(auth_scheme="SECRETS", iam_auth="REQUIRED", secret_arn=secret)],
        )
        group = DbProxyDefaultTargetGroup(self, "proxy-group", db_proxy_name=proxy.name)
        DbProxyTarget(
            self,
            "proxy-target",
            db_proxy_name=proxy.name,
            target_group_name=group.name,
            db_cluster_identifier=cluster.id,
        )
