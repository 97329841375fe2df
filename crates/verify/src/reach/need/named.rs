//! Programs to the databases, caches and brokers that their environment, their secrets or their user data name.

use super::{Because, Needs};
use crate::{Inventory, Link, Place, Planned, Resource};

/// A store, the attributes that are the name it is reached by, and its port.
struct Store {
    kind: &'static str,
    names: &'static [&'static str],
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

/// Source: AWS provider 5.100.0, the attributes of each; the ports are those of each service's user guide.
const STORES: [Store; 17] = [
    Store { kind: "aws_db_proxy", names: &["endpoint"], port: Argument("port") },
    Store { kind: "aws_db_proxy_endpoint", names: &["endpoint"], port: Argument("port") },
    Store { kind: "aws_rds_cluster", names: &["endpoint", "reader_endpoint"], port: Argument("port") },
    Store { kind: "aws_rds_cluster_endpoint", names: &["endpoint"], port: Argument("port") },
    Store { kind: "aws_rds_cluster_instance", names: &["endpoint"], port: Argument("port") },
    Store { kind: "aws_db_instance", names: &["address", "endpoint"], port: Argument("port") },
    Store { kind: "aws_docdb_cluster", names: &["endpoint", "reader_endpoint"], port: Argument("port") },
    Store { kind: "aws_neptune_cluster", names: &["endpoint", "reader_endpoint"], port: Argument("port") },
    Store {
        kind: "aws_elasticache_replication_group",
        names: &["primary_endpoint_address", "reader_endpoint_address", "configuration_endpoint_address"],
        port: Argument("port"),
    },
    Store {
        kind: "aws_elasticache_cluster",
        names: &["cluster_address", "configuration_endpoint", "cache_nodes"],
        port: Argument("port"),
    },
    Store { kind: "aws_elasticache_serverless_cache", names: &["endpoint"], port: Argument("port") },
    Store { kind: "aws_memorydb_cluster", names: &["cluster_endpoint"], port: Argument("port") },
    Store { kind: "aws_opensearch_domain", names: &["endpoint"], port: Fixed(443) },
    Store { kind: "aws_elasticsearch_domain", names: &["endpoint"], port: Fixed(443) },
    Store { kind: "aws_redshift_cluster", names: &["endpoint", "dns_name"], port: Argument("port") },
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

pub fn add(needs: &mut Needs) {
    let inventory = needs.inventory;
    let known = known_names(inventory);
    for service in inventory.all("aws_ecs_service") {
        if let Some(task) = service.at("task_definition").link("aws_ecs_task_definition").one() {
            add_named(needs, &known, service, &task.at("container_definitions"));
        }
    }
    for function in inventory.all("aws_lambda_function") {
        add_named(needs, &known, function, &function.at("environment.0.variables"));
    }
    for machine in inventory.all("aws_instance") {
        ["user_data", "user_data_base64"].iter().for_each(|name| add_named(needs, &known, machine, &machine.at(name)));
    }
    for group in inventory.all("aws_autoscaling_group") {
        let template = ["launch_template.0.id", "launch_template.0.name"].map(|path| group.at(path));
        let template = template.iter().find_map(|place| place.link("aws_launch_template").one());
        let configuration = group.at("launch_configuration").link("aws_launch_configuration").one();
        for source in template.into_iter().chain(configuration) {
            ["user_data", "user_data_base64"].iter().for_each(|name| add_named(needs, &known, group, &source.at(name)));
        }
    }
}

/// The names of stores that are known already, as in a state.
fn known_names(inventory: &Inventory) -> Vec<(&str, Resource<'_>, &'static str)> {
    let mut known = Vec::new();
    for store in &STORES {
        for resource in inventory.all(store.kind) {
            for name in store.names {
                known.extend(resource.at(name).text().known().map(|text| (text, resource, *name)));
            }
        }
    }
    known
}

fn add_named<'a>(
    needs: &mut Needs<'_, 'a>,
    known: &[(&'a str, Resource<'a>, &'static str)],
    program: Resource<'a>,
    place: &Place<'a>,
) {
    if !place.value().is_set() || needs.network.of_resource(program).next().is_none() {
        return;
    }
    for (store, port) in stores(known, place) {
        let why = format!("{} names it", place.path());
        needs.between(program, store, port, Because::new(why, place.clone()));
    }
    // What a secret or a parameter says, the program reads at its start.
    let holders = place.links_to(&["aws_secretsmanager_secret", "aws_ssm_parameter"]);
    for holder in holders.resources().filter(|holder| !holder.is_data()) {
        let values = match holder.kind() {
            "aws_ssm_parameter" => vec![holder.at("value"), holder.at("insecure_value")],
            _ => {
                let versions = holder.inventory().referrers(holder, "aws_secretsmanager_secret_version", "secret_id");
                versions.iter().map(|version| version.at("secret_string")).collect()
            }
        };
        for value in values.iter().filter(|value| value.value().is_set()) {
            for (store, port) in stores(known, value) {
                let why = format!("{}, which it is given, names it", holder.address());
                needs.between(program, store, port, Because::new(why, value.clone()));
            }
        }
    }
}

/// The stores that a place names, with the port of each.
fn stores<'a>(known: &[(&'a str, Resource<'a>, &'static str)], place: &Place<'a>) -> Vec<(Resource<'a>, u16)> {
    let kinds = STORES.map(|store| store.kind);
    let links = place.links_to(&kinds);
    let mut named: Vec<(Resource<'a>, &str)> = Vec::new();
    let linked: Vec<&Link<'a>> = links.links.iter().filter(|_| links.assumed.is_none()).collect();
    for link in &linked {
        let names = STORES.iter().find(|store| store.kind == link.resource.kind()).map_or(&[][..], |store| store.names);
        // `endpoint.0.address` is one of `endpoint`.
        let name = link.attribute.split('.').next().unwrap_or_default();
        named.extend(names.iter().find(|own| **own == name).map(|own| (link.resource, *own)));
    }
    if let Some(text) = place.value().known().filter(|_| !known.is_empty()).map(ToString::to_string) {
        named.extend(known.iter().filter(|(name, ..)| text.contains(name)).map(|(_, store, name)| (*store, *name)));
    }
    let mut found: Vec<_> = named.into_iter().filter_map(|(store, name)| of(store, name)).collect();
    found.sort_by_key(|(store, port)| (store.place(), *port));
    found.dedup();
    found
}

/// What has the interfaces of a store, and its port.
fn of<'a>(store: Resource<'a>, name: &str) -> Option<(Resource<'a>, u16)> {
    let port = &STORES.iter().find(|own| own.kind == store.kind())?.port;
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
    match store.kind() {
        "aws_rds_cluster_endpoint" | "aws_rds_cluster_instance" => {
            Some((store.at("cluster_identifier").link("aws_rds_cluster").one()?, port))
        }
        _ => Some((store, port)),
    }
}

/// The port of a database, cache or proxy: as it says, else as its engine has it.
pub fn port_of(store: Resource, argument: &str) -> Option<u16> {
    let written = store.at(argument);
    let own = match written.number() {
        Planned::Known(port) => return Some(port as u16),
        Planned::Unknown if written.waits() => return None,
        _ => store,
    };
    let engine = match own.kind() {
        "aws_db_proxy" => own.at("engine_family").text().known()?.to_ascii_lowercase(),
        "aws_db_proxy_endpoint" => {
            return port_of(own.at("db_proxy_name").link("aws_db_proxy").one()?, "port");
        }
        "aws_rds_cluster_endpoint" | "aws_rds_cluster_instance" => {
            return port_of(own.at("cluster_identifier").link("aws_rds_cluster").one()?, "port");
        }
        "aws_docdb_cluster" => "docdb".to_owned(),
        "aws_neptune_cluster" => "neptune".to_owned(),
        "aws_redshift_cluster" => "redshift".to_owned(),
        "aws_memorydb_cluster" => "redis".to_owned(),
        "aws_elasticache_replication_group" => own.at("engine").text().or("redis").known()?.to_owned(),
        _ => own.at("engine").text().known()?.to_ascii_lowercase(),
    };
    Some(match engine.as_str() {
        engine if engine.contains("postgres") => 5432,
        engine if engine.contains("mysql") || engine.contains("mariadb") || engine == "aurora" => 3306,
        engine if engine.starts_with("sqlserver") => 1433,
        engine if engine.starts_with("oracle") => 1521,
        engine if engine.starts_with("db2") => 50000,
        "redis" | "valkey" => 6379,
        "memcached" => 11211,
        "docdb" => 27017,
        "neptune" => 8182,
        "redshift" => 5439,
        _ => return None,
    })
}
