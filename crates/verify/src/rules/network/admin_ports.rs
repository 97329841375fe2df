use crate::security_group::Opening;
use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "network-admin-ports",
    severity: Severity::Error,
    applies: Applies::AnyStack,
    requirements: &["NET-3"],
    page: include_str!("../../../docs/rules/network-admin-ports.md"),
    check,
};

/// Ports on which machines are administered and data is kept, the most telling first. Source: Security Hub controls EC2.13, EC2.14 and EC2.19; IANA service names.
const PORTS: [(u16, &str); 28] = [
    (22, "SSH"),
    (3389, "RDP"),
    (5432, "PostgreSQL"),
    (3306, "MySQL"),
    (20, "FTP"),
    (21, "FTP"),
    (23, "Telnet"),
    (111, "RPC"),
    (135, "RPC"),
    (139, "NetBIOS"),
    (445, "SMB"),
    (1433, "SQL Server"),
    (1521, "Oracle"),
    (2049, "NFS"),
    (2375, "Docker"),
    (2376, "Docker"),
    (2379, "etcd"),
    (5439, "Redshift"),
    (5601, "Kibana"),
    (5900, "VNC"),
    (5985, "WinRM"),
    (5986, "WinRM"),
    (6379, "Redis"),
    (9042, "Cassandra"),
    (9092, "Kafka"),
    (9200, "Elasticsearch"),
    (11211, "Memcached"),
    (27017, "MongoDB"),
];

fn check(check: &mut Check) {
    for opening in Opening::all(check.inventory()) {
        let reached = PORTS.iter().find(|(port, _)| opening.includes(*port));
        match (opening.world(), reached, opening.may_be_world()) {
            (Some(world), Some((port, name)), _) => {
                check.fail(world, format_args!("opens {opening} to everyone, with {name} on {port}"));
            }
            (Some(world), None, _) if opening.has_ports && opening.ports.is_none() => {
                check.unknown(world, "which ports are open to everyone is known only after the apply");
            }
            (None, Some(_), Some(source)) => check.unknown(source, "known only after the apply"),
            _ => check.pass(&opening.place),
        }
    }
}
