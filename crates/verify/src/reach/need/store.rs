//! Databases, caches and brokers: by which attributes each is named, and at which port it is
//! reached.

use crate::{Planned, Resource};

/// A store, the attributes that are the name it is reached by, and its port.
pub struct Store {
    pub kind: &'static str,
    pub names: &'static [&'static str],
    port: Port,
}

/// How the port of a store is known.
enum Port {
    /// By an argument, else by its engine.
    Argument(&'static str),
    /// Always this.
    Fixed(u16),
    /// By the attribute that names it.
    Brokers,
}

use Port::{Argument, Brokers, Fixed};

/// Source: AWS provider 5.100.0, the attributes of each; the ports are those of each service's user
/// guide.
pub const STORES: [Store; 18] = [
    Store { kind: "aws_db_proxy", names: &["endpoint"], port: Argument("port") },
    Store { kind: "aws_db_proxy_endpoint", names: &["endpoint"], port: Argument("port") },
    Store {
        kind: "aws_rds_cluster",
        names: &["endpoint", "reader_endpoint"],
        port: Argument("port"),
    },
    Store { kind: "aws_rds_cluster_endpoint", names: &["endpoint"], port: Argument("port") },
    Store { kind: "aws_rds_cluster_instance", names: &["endpoint"], port: Argument("port") },
    Store { kind: "aws_db_instance", names: &["address", "endpoint"], port: Argument("port") },
    Store {
        kind: "aws_docdb_cluster",
        names: &["endpoint", "reader_endpoint"],
        port: Argument("port"),
    },
    Store {
        kind: "aws_neptune_cluster",
        names: &["endpoint", "reader_endpoint"],
        port: Argument("port"),
    },
    Store {
        kind: "aws_elasticache_replication_group",
        names: &[
            "primary_endpoint_address",
            "reader_endpoint_address",
            "configuration_endpoint_address",
        ],
        port: Argument("port"),
    },
    Store {
        kind: "aws_elasticache_cluster",
        names: &["cluster_address", "configuration_endpoint", "cache_nodes"],
        port: Argument("port"),
    },
    Store {
        kind: "aws_elasticache_serverless_cache",
        names: &["endpoint"],
        port: Argument("port"),
    },
    Store { kind: "aws_memorydb_cluster", names: &["cluster_endpoint"], port: Argument("port") },
    Store { kind: "aws_opensearch_domain", names: &["endpoint"], port: Fixed(443) },
    Store { kind: "aws_elasticsearch_domain", names: &["endpoint"], port: Fixed(443) },
    Store {
        kind: "aws_redshift_cluster",
        names: &["endpoint", "dns_name"],
        port: Argument("port"),
    },
    Store { kind: "aws_mq_broker", names: &["instances"], port: Argument("port") },
    Store {
        kind: "aws_msk_cluster",
        names: &[
            "bootstrap_brokers",
            "bootstrap_brokers_tls",
            "bootstrap_brokers_sasl_iam",
            "bootstrap_brokers_sasl_scram",
        ],
        port: Brokers,
    },
    Store {
        kind: "aws_efs_mount_target",
        names: &["ip_address", "dns_name", "mount_target_dns_name"],
        port: Fixed(2049),
    },
];

/// What has the interfaces of a store, and its port; or why that is not known.
pub fn of<'a>(store: Resource<'a>, name: &str) -> Result<(Resource<'a>, u16), String> {
    let nothing = || format!("{} is no store", store.address());
    let port = &STORES.iter().find(|own| own.kind == store.kind()).ok_or_else(nothing)?.port;
    let port = match port {
        Fixed(port) => *port,
        Brokers => match name {
            "bootstrap_brokers_tls" => 9094,
            "bootstrap_brokers_sasl_iam" => 9098,
            "bootstrap_brokers_sasl_scram" => 9096,
            _ => 9092,
        },
        Argument(argument) => port_of(store, argument)?,
    };
    Ok((holder(store)?, port))
}

/// What has the interfaces of a store.
fn holder(store: Resource<'_>) -> Result<Resource<'_>, String> {
    match store.kind() {
        "aws_rds_cluster_endpoint" | "aws_rds_cluster_instance" => {
            of_plan(store, "cluster_identifier", "aws_rds_cluster")
        }
        "aws_elasticache_cluster" if store.at("replication_group_id").string().is_set() => {
            of_plan(store, "replication_group_id", "aws_elasticache_replication_group")
        }
        _ => Ok(store),
    }
}

fn of_plan<'a>(resource: Resource<'a>, argument: &str, kind: &str) -> Result<Resource<'a>, String> {
    let place = resource.at(argument);
    let links = place.link(kind);
    let found = links
        .proven()
        .map_err(|reason| format!("{argument} of {}: {reason}", resource.address()))?;
    match found.is_data() {
        true => Err(format!("{} is not part of this plan", found.address())),
        false => Ok(found),
    }
}

/// The port of a database, cache or proxy: as it says, else as its engine has it.
pub fn port_of(store: Resource, argument: &str) -> Result<u16, String> {
    let written = store.at(argument);
    match written.number() {
        Planned::Known(port) => return Ok(port as u16),
        Planned::Unknown if written.waits() => {
            return Err(format!("the port of {}: {}", store.address(), written.known_later()));
        }
        _ => {}
    }
    let engine = match store.kind() {
        "aws_db_proxy" => store.at("engine_family").string(),
        "aws_db_proxy_endpoint" => {
            return port_of(of_plan(store, "db_proxy_name", "aws_db_proxy")?, "port");
        }
        "aws_rds_cluster_endpoint" | "aws_rds_cluster_instance" => {
            return port_of(of_plan(store, "cluster_identifier", "aws_rds_cluster")?, "port");
        }
        "aws_mq_broker" => store.at("engine_type").string(),
        "aws_docdb_cluster" => Planned::Known("docdb"),
        "aws_neptune_cluster" => Planned::Known("neptune"),
        "aws_redshift_cluster" => Planned::Known("redshift"),
        "aws_memorydb_cluster" => Planned::Known("redis"),
        "aws_elasticache_replication_group" => store.at("engine").string().or("redis"),
        _ => store.at("engine").string(),
    };
    let unknown =
        || format!("the port of {} is not written, and its engine is not known", store.address());
    let engine = engine.known().ok_or_else(unknown)?.to_ascii_lowercase();
    Ok(match engine.as_str() {
        engine if engine.contains("postgres") => 5432,
        engine if engine.contains("mysql") || engine.contains("mariadb") || engine == "aurora" => {
            3306
        }
        engine if engine.starts_with("sqlserver") => 1433,
        engine if engine.starts_with("oracle") => 1521,
        engine if engine.starts_with("db2") => 50000,
        "activemq" => 61617,
        "rabbitmq" => 5671,
        "redis" | "valkey" => 6379,
        "memcached" => 11211,
        "docdb" => 27017,
        "neptune" => 8182,
        "redshift" => 5439,
        _ => {
            return Err(format!(
                "the port of {} is not written, and that of {engine} is not known here",
                store.address()
            ));
        }
    })
}
