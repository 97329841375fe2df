//! Proxies to their databases, and programs to their file systems.

use super::named::port_of;
use super::{Because, Needs};
use crate::policy_file::Protocol;
use crate::reach::flow::End;
use crate::{Place, Resource};

pub fn add(needs: &mut Needs) {
    for target in needs.inventory.all("aws_db_proxy_target") {
        let proxy = target.at("db_proxy_name").link("aws_db_proxy").one();
        let cluster = target.at("db_cluster_identifier").link("aws_rds_cluster").one();
        let instance = target.at("db_instance_identifier").link("aws_db_instance").one();
        let Some((proxy, database)) = proxy.zip(cluster.or(instance)) else { continue };
        if let Some(port) = port_of(database, "port") {
            needs.between(proxy, database, port, Because::new("the proxy connects to its database", target.root()));
        }
    }
    for service in needs.inventory.all("aws_ecs_service") {
        let Some(task) = service.at("task_definition").link("aws_ecs_task_definition").one() else { continue };
        for volume in task.at("volume").items() {
            mount(needs, service, &volume.at("efs_volume_configuration.0.file_system_id"));
        }
    }
    for function in needs.inventory.all("aws_lambda_function") {
        let Some(point) = function.at("file_system_config.0.arn").link("aws_efs_access_point").one() else { continue };
        mount(needs, function, &point.at("file_system_id"));
    }
}

/// A file system is mounted at the target of the own zone.
/// Source: Amazon EFS User Guide, "Mounting EFS file systems": the name resolves to the mount target of the client's zone.
fn mount<'a>(needs: &mut Needs<'_, 'a>, program: Resource<'a>, file_system: &Place<'a>) {
    const NFS: u16 = 2049;
    let Some(system) = file_system.link("aws_efs_file_system").one() else { return };
    let network = needs.network;
    for target in needs.inventory.referrers(system, "aws_efs_mount_target", "file_system_id") {
        let zone = |id| network.interface(id).subnet.and_then(crate::aws::network::Subnet::zone);
        let pairs = needs.pairs(program, target, |from, to| zone(from) == zone(to));
        let because = Because::new("it mounts the file system", file_system.clone());
        needs.add(End::Resource(program), End::Resource(target), Protocol::Tcp, NFS, pairs, because);
    }
}
