//! Proxies to their databases, and programs to their file systems.

use super::program::Program;
use super::store::port_of;
use super::{Because, Needs};
use crate::declared::Protocol;
use crate::reach::flow::End;
use crate::{AttributePath, Resource};

pub fn add<'a>(needs: &mut Needs<'_, 'a>, programs: &[Program<'a>]) {
    for target in needs.inventory.all("aws_db_proxy_target") {
        let what = || format!("the connection that {} makes", target.address());
        let proxy = needs.linked(&target.at("db_proxy_name"), &["aws_db_proxy"], what);
        let places = [
            ("db_cluster_identifier", "aws_rds_cluster"),
            ("db_instance_identifier", "aws_db_instance"),
        ];
        let mut databases =
            places.into_iter().filter_map(|(at, kind)| needs.linked(&target.at(at), &[kind], what));
        let database = databases.next();
        let Some((proxy, database)) = proxy.zip(database) else { continue };
        match port_of(database, "port") {
            Ok(port) => {
                let because = Because::new("the proxy connects to its database", target.root());
                needs.between(proxy, database, Protocol::Tcp, port, because);
            }
            Err(reason) => needs.unread(&target.root(), what(), reason),
        }
    }
    for program in programs {
        for volume in program.task.into_iter().flat_map(|task| task.at("volume").items()) {
            mount(needs, program.resource, &volume.at("efs_volume_configuration.0.file_system_id"));
        }
        let point = program.resource.at("file_system_config.0.arn");
        let what = || format!("which file system {} mounts", program.resource.address());
        if program.resource.kind() == "aws_lambda_function"
            && let Some(point) = needs.linked(&point, &["aws_efs_access_point"], what)
        {
            mount(needs, program.resource, &point.at("file_system_id"));
        }
    }
}

/// A file system is mounted at the target of the own zone.
/// Source: Amazon EFS User Guide, "Mounting EFS file systems": the name resolves to the mount
/// target of the client's zone.
fn mount<'a>(needs: &mut Needs<'_, 'a>, program: Resource<'a>, file_system: &AttributePath<'a>) {
    const NFS: u16 = 2049;
    let what = || format!("where {} mounts its file system", program.address());
    let Some(system) = needs.linked(file_system, &["aws_efs_file_system"], what) else { return };
    let targets =
        match needs.inventory.proven_referrers(system, "aws_efs_mount_target", "file_system_id") {
            Ok(targets) => targets,
            Err(reason) => return needs.unread(file_system, what(), reason),
        };
    if targets.is_empty() {
        return needs.unread(
            file_system,
            what(),
            format!("this plan has no mount target of {}", system.address()),
        );
    }
    let network = needs.network;
    let zone = |id| network.interface(id).subnet.and_then(crate::aws::network::Subnet::zone);
    for target in targets {
        let pairs = needs.pairs(program, target, |from, to| {
            zone(from).is_none() || zone(to).is_none() || zone(from) == zone(to)
        });
        let because = Because::new("it mounts the file system", file_system.clone());
        needs.add(
            End::Resource(program),
            End::Resource(target),
            Protocol::Tcp,
            NFS,
            pairs,
            because,
        );
    }
}
