"""Gaps of RDS: Aurora and RDS Proxy."""

import re
import threading

from moto.core.responses import ActionResult
from moto.core.utils import utcnow
from moto.moto_api._internal import mock_random
from moto.rds.exceptions import RDSClientError
from moto.rds.models import DBCluster, DBInstanceClustered, DBParameterGroup, RDSBackend, TaggingMixin
from moto.rds.responses import RDSResponse

from gaps import added, around, gap, kept, played


@gap
def aurora_io_optimized_storage():
    """Storage type `aurora-iopt1` ends in an internal error: `aws_rds_cluster` cannot be created with it."""
    original = DBCluster.default_allocated_storage

    def default_allocated_storage(engine, storage_type):
        return 1 if storage_type.startswith("aurora") else original(engine, storage_type)

    DBCluster.default_allocated_storage = staticmethod(default_allocated_storage)


@gap
def aurora_instance_attributes():
    """Instances forget monitoring and insights and share one resource id: `aws_rds_cluster_instance` plans a change every time."""

    @around(DBInstanceClustered, "__init__")
    def init(original, self, *args, **kwargs):
        original(self, *args, **kwargs)
        self.dbi_resource_id = f"db-{mock_random.get_random_hex(26).upper()}"
        self.monitoring_interval = kwargs.get("monitoring_interval") or 0
        self.monitoring_role_arn = kwargs.get("monitoring_role_arn")
        self.performance_insights_enabled = bool(kwargs.get("enable_performance_insights"))
        if self.performance_insights_enabled:
            self.performance_insights_kms_key_id = kwargs.get("performance_insights_kms_key_id")
            self.performance_insights_retention_period = kwargs.get("performance_insights_retention_period") or 7


@gap
def aurora_instances_without_snapshots():
    """Each Aurora instance gets an automated snapshot, which can outlive a destroy: in AWS it is the cluster that is backed up."""
    DBInstanceClustered.save_automated_backup = lambda self: None


@gap
def aurora_cluster_attributes():
    """Clusters forget insights and the choice of extended support: `aws_rds_cluster` plans to set them every time."""

    @around(DBCluster, "__init__")
    def init(original, self, *args, **kwargs):
        original(self, *args, **kwargs)
        self.engine_lifecycle_support = kwargs.get("engine_lifecycle_support")
        self.database_insights_mode = kwargs.get("database_insights_mode")
        self.performance_insights_enabled = bool(kwargs.get("enable_performance_insights"))
        if self.performance_insights_enabled:
            self.performance_insights_kms_key_id = kwargs.get("performance_insights_kms_key_id")
            self.performance_insights_retention_period = kwargs.get("performance_insights_retention_period") or 7


@gap
def data_api_of_provisioned_clusters():
    """Only Serverless v1 has the Data API, and its switch is missing: `aws_rds_cluster` plans to turn it on every time."""

    def switch(cluster, on):
        cluster._enable_http_endpoint = bool(on)

    DBCluster.enable_http_endpoint = property(lambda self: self._enable_http_endpoint, switch)

    def switched(self, on):
        arn = self.params["ResourceArn"]
        switch(self.backend.clusters[arn.rpartition(":")[2]], on)
        return ActionResult({"ResourceArn": arn, "HttpEndpointEnabled": on})

    @added(RDSResponse)
    def enable_http_endpoint(self):
        return switched(self, True)

    @added(RDSResponse)
    def disable_http_endpoint(self):
        return switched(self, False)


@gap
def no_serverless_v1_scaling():
    """Every cluster reports an empty serverless v1 scaling block: `aws_rds_cluster` plans to remove it every time."""
    original = DBCluster.scaling_configuration_info.fget
    DBCluster.scaling_configuration_info = property(lambda self: original(self) if self.scaling_configuration else None)


@gap
def parameter_source():
    """Changed parameters are not marked as the user's: the parameter-group resources plan to set them every time."""

    @around(DBParameterGroup, "update_parameters")
    def update(original, self, parameters):
        original(self, [{**parameter, "Source": "user"} for parameter in parameters])


class DBProxyEndpoint(TaggingMixin):
    """An additional endpoint of an RDS Proxy, with the attribute names of the AWS API."""

    resource_type = "db-proxy-endpoint"

    def __init__(self, backend, proxy, settings):
        self.resource_id = f"prx-endpoint-{mock_random.get_random_hex(17)}"
        self.arn = f"arn:aws:rds:{backend.region_name}:{backend.account_id}:{self.resource_type}:{self.resource_id}"
        self.db_proxy_endpoint_arn = self.arn
        self.db_proxy_endpoint_name = settings["DBProxyEndpointName"]
        self.db_proxy_name = proxy.db_proxy_name
        self.status = "available"
        self.vpc_id = proxy.vpc_id
        self.vpc_security_group_ids = settings.get("VpcSecurityGroupIds") or []
        self.vpc_subnet_ids = settings["VpcSubnetIds"]
        self.endpoint = f"{self.db_proxy_endpoint_name}.endpoint.{proxy.endpoint.partition('.')[2]}"
        self.created_date = utcnow()
        self.target_role = settings.get("TargetRole") or "READ_WRITE"
        self.is_default = False
        self.tags = settings.get("Tags")


@gap
def proxy_endpoint():
    """The calls for proxy endpoints are missing: `aws_db_proxy_endpoint` cannot be created."""

    @around(RDSBackend, "__init__")
    def init(original, self, *args, **kwargs):
        original(self, *args, **kwargs)
        self.arn_regex = re.compile(self.arn_regex.pattern.replace("|db-proxy|", "|db-proxy|db-proxy-endpoint|"))
        self.resource_map[DBProxyEndpoint] = kept(self, "proxy_endpoints")

    def named(self, name):
        return [e for e in kept(self.backend, "proxy_endpoints").values() if name in (None, e.db_proxy_endpoint_name)]

    @added(RDSResponse)
    def create_db_proxy_endpoint(self):
        endpoint = DBProxyEndpoint(self.backend, self.backend.db_proxies[self.params["DBProxyName"]], self.params)
        kept(self.backend, "proxy_endpoints")[endpoint.resource_id] = endpoint
        return ActionResult({"DBProxyEndpoint": endpoint})

    @added(RDSResponse)
    def describe_db_proxy_endpoints(self):
        name, proxy = self.params.get("DBProxyEndpointName"), self.params.get("DBProxyName")
        found = [e for e in named(self, name) if proxy in (None, e.db_proxy_name)]
        if name and not found:
            raise RDSClientError("DBProxyEndpointNotFoundFault", f"{name} does not exist")
        return ActionResult({"DBProxyEndpoints": found})

    @added(RDSResponse)
    def delete_db_proxy_endpoint(self):
        endpoint = named(self, self.params["DBProxyEndpointName"])[0]
        del kept(self.backend, "proxy_endpoints")[endpoint.resource_id]
        endpoint.status = "deleting"
        return ActionResult({"DBProxyEndpoint": endpoint})


@played
def one_writer_per_cluster():
    """Instances created at the same time all become writers: here they are created one after another, as AWS does."""
    one_at_a_time = threading.RLock()

    @around(RDSBackend, "create_db_instance")
    def create(original, self, *args, **kwargs):
        with one_at_a_time:
            return original(self, *args, **kwargs)
