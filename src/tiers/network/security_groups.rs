//! Who may talk to whom: one security group per role, opened only to the roles that have to reach
//! it (NET-3).
//!
//! Rules are resources of their own, since groups that name each other cannot be made with inline
//! rules. The names of the groups are fixed, so they cannot be replaced before they are destroyed:
//! AWS refuses a second group of one name.

use super::{ANYWHERE, HTTP, HTTPS, Inputs, LAMBDA_INTERFACE_TIMEOUT, Network, POSTGRESQL};
use crate::aws::{
    AwsSecurityGroup, AwsSecurityGroupTimeouts, AwsVpc, AwsVpcSecurityGroupEgressRule,
    AwsVpcSecurityGroupIngressRule,
};
use crate::naming::Kind;
use crate::tiers::{name_of, tags};
use terraform::block;
use terraform::tf::{Attr, DeclareError, Handle, Module, Number, Ref};

/// The security groups.
pub struct Groups {
    /// Group of the load balancer.
    pub load_balancer: Group,
    /// Group of the payment tasks.
    pub application: Group,
    /// Group of RDS Proxy.
    pub proxy: Option<Group>,
    /// Group of the Aurora instances.
    pub database: Group,
    /// Group of the validation function.
    pub validation: Group,
    /// Group of the interface endpoints.
    pub endpoints: Option<Group>,
}

/// A security group and the role it is for.
pub struct Group {
    role: &'static str,
    group: Handle<AwsSecurityGroup>,
}

impl Group {
    /// The id of the group.
    pub fn id(&self) -> Ref<String> {
        self.group.id()
    }
}

/// Declares the groups and their rules.
///
/// The database admits RDS Proxy alone (or the tasks, where there is no proxy) and opens no
/// connection; the validation function neither: Lambda invokes it outside the VPC, and writes its
/// log there. DNS needs no rule. Source: Amazon VPC User Guide, "Security group rules".
pub fn declare(
    module: &mut Module,
    network: &Network,
    vpc: &Handle<AwsVpc>,
    var: &Inputs,
) -> Result<Groups, DeclareError> {
    let groups = groups(module, network, vpc)?;
    let Groups { load_balancer, application, proxy, database, endpoints, .. } = &groups;

    admit_internet(module, load_balancer, "https", HTTPS, "Payment clients")?;
    admit_internet(
        module,
        load_balancer,
        "http",
        HTTP,
        "Payment clients, to be redirected to HTTPS",
    )?;
    connect(module, load_balancer, application, &var.container_port)?;
    if network.previous_container_port {
        // Until the last task that listens there is replaced: ECS rolls only after the network has
        // changed.
        connect_also(
            module,
            load_balancer,
            application,
            &var.previous_container_port,
            "_previous",
        )?;
    }
    reach_internet(
        module,
        application,
        "https",
        HTTPS,
        "Card networks through NAT, and AWS services",
    )?;
    match proxy {
        Some(proxy) => {
            connect(module, application, proxy, POSTGRESQL)?;
            connect(module, proxy, database, POSTGRESQL)?;
        }
        None => connect(module, application, database, POSTGRESQL)?,
    }
    if let Some(endpoints) = endpoints {
        // Out of the tasks it is let with all of HTTPS.
        admit(module, endpoints, application, HTTPS)?;
    }
    Ok(groups)
}

fn groups(
    module: &mut Module,
    network: &Network,
    vpc: &Handle<AwsVpc>,
) -> Result<Groups, DeclareError> {
    let mut group = |role, description, timeouts| group(module, vpc, role, description, timeouts);
    let proxy =
        network.proxy.then(|| group("proxy", "RDS Proxy before the payment database", None));
    let endpoints = (!network.interface_endpoints.is_empty())
        .then(|| group("endpoints", "Interface endpoints of AWS services", None));
    let held_by_lambda = block!(AwsSecurityGroupTimeouts { delete: LAMBDA_INTERFACE_TIMEOUT });
    Ok(Groups {
        load_balancer: group(
            "load_balancer",
            "Load balancer that takes payments from the internet",
            None,
        )?,
        application: group("application", "Payment tasks", None)?,
        proxy: proxy.transpose()?,
        database: group("database", "Aurora instances of the payment database", None)?,
        validation: group("validation", "Validation function", Some(held_by_lambda))?,
        endpoints: endpoints.transpose()?,
    })
}

fn group(
    module: &mut Module,
    vpc: &Handle<AwsVpc>,
    role: &'static str,
    description: &str,
    timeouts: Option<AwsSecurityGroupTimeouts>,
) -> Result<Group, DeclareError> {
    let name = name_of(Kind::SecurityGroup, &role.replace('_', "-"));
    let group = module.resource(
        role,
        block!(AwsSecurityGroup {
            name: &name,
            description: description,
            vpc_id: vpc.id(),
            timeouts: timeouts,
            tags: tags(name),
        }),
    )?;
    Ok(Group { role, group })
}

/// Lets one role open connections to a port of another: out of the one, into the other.
fn connect(
    module: &mut Module,
    from: &Group,
    to: &Group,
    port: impl Into<Attr<Number>>,
) -> Result<(), DeclareError> {
    connect_also(module, from, to, port, "")
}

/// The same for a further port, which `which` tells from the first.
fn connect_also(
    module: &mut Module,
    from: &Group,
    to: &Group,
    port: impl Into<Attr<Number>>,
    which: &str,
) -> Result<(), DeclareError> {
    let port = port.into();
    let label = format!("{}_to_{}{which}", from.role, to.role);
    module.resource(
        label.as_str(),
        block!(AwsVpcSecurityGroupEgressRule {
            security_group_id: from.id(),
            referenced_security_group_id: to.id(),
            ip_protocol: "tcp",
            from_port: &port,
            to_port: &port,
            description: sentence("To", to.role),
            tags: tags(rule_name(&label)),
        }),
    )?;
    admit_also(module, to, from, port, which)
}

/// Lets one role into a port of another.
fn admit(
    module: &mut Module,
    to: &Group,
    from: &Group,
    port: impl Into<Attr<Number>>,
) -> Result<(), DeclareError> {
    admit_also(module, to, from, port, "")
}

fn admit_also(
    module: &mut Module,
    to: &Group,
    from: &Group,
    port: impl Into<Attr<Number>>,
    which: &str,
) -> Result<(), DeclareError> {
    let port = port.into();
    let label = format!("{}_from_{}{which}", to.role, from.role);
    let rule = block!(AwsVpcSecurityGroupIngressRule {
        security_group_id: to.id(),
        referenced_security_group_id: from.id(),
        ip_protocol: "tcp",
        from_port: &port,
        to_port: &port,
        description: sentence("From", from.role),
        tags: tags(rule_name(&label)),
    });
    module.resource(label, rule).map(drop)
}

/// Opens a port to the internet.
fn admit_internet(
    module: &mut Module,
    group: &Group,
    service: &str,
    port: u16,
    description: &str,
) -> Result<(), DeclareError> {
    let label = format!("{}_{service}_from_internet", group.role);
    let rule = block!(AwsVpcSecurityGroupIngressRule {
        security_group_id: group.id(),
        cidr_ipv4: ANYWHERE,
        ip_protocol: "tcp",
        from_port: port,
        to_port: port,
        description: description,
        tags: tags(rule_name(&label)),
    });
    module.resource(label, rule).map(drop)
}

/// Lets a role open connections to a port anywhere.
fn reach_internet(
    module: &mut Module,
    group: &Group,
    service: &str,
    port: u16,
    description: &str,
) -> Result<(), DeclareError> {
    let label = format!("{}_{service}_to_internet", group.role);
    let rule = block!(AwsVpcSecurityGroupEgressRule {
        security_group_id: group.id(),
        cidr_ipv4: ANYWHERE,
        ip_protocol: "tcp",
        from_port: port,
        to_port: port,
        description: description,
        tags: tags(rule_name(&label)),
    });
    module.resource(label, rule).map(drop)
}

fn rule_name(label: &str) -> Attr<String> {
    name_of(Kind::SecurityGroupRule, &label.replace('_', "-"))
}

fn sentence(direction: &str, role: &str) -> String {
    format!("{direction} the {}", role.replace('_', " "))
}
