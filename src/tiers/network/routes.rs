//! The ways out: the internet gateway, one NAT gateway per zone, and the route tables.

use super::ANYWHERE;
use super::subnets::Subnets;
use crate::aws::{
    AwsEip, AwsInternetGateway, AwsNatGateway, AwsRoute, AwsRouteTable, AwsRouteTableAssociation,
    AwsSubnet, AwsVpc,
};
use crate::cidr::Zone;
use crate::naming::Kind;
use crate::tiers::{name, name_of, tags};
use terraform::block;
use terraform::tf::{DeclareError, Handle, Module, meta};

/// What the other parts need to know of the routes, each list in the order of the zones.
#[derive(Default)]
pub struct Routes {
    /// The NAT gateways.
    pub nat_gateways: Vec<Handle<AwsNatGateway>>,
    /// Their public addresses.
    pub addresses: Vec<Handle<AwsEip>>,
    /// Route tables of the app subnets.
    pub app_tables: Vec<Handle<AwsRouteTable>>,
}

/// Routes every subnet: public ones to the internet gateway, app ones to the NAT gateway of their
/// own zone, so that the loss of a zone cuts nobody else off (NET-2, ALL-5), and data ones nowhere.
/// Source: Amazon VPC User Guide, "NAT gateway basics".
pub fn declare(
    module: &mut Module,
    zones: &[Zone],
    vpc: &Handle<AwsVpc>,
    subnets: &Subnets,
) -> Result<Routes, DeclareError> {
    let internet_gateway = public(module, zones, vpc, subnets)?;
    let mut routes = Routes::default();
    for (place, zone) in zones.iter().enumerate() {
        let (address, nat_gateway) =
            nat_gateway(module, zone, &subnets.public[place], &internet_gateway)?;
        routes.app_tables.push(app(module, zone, vpc, &subnets.app[place], &nat_gateway)?);
        routes.addresses.push(address);
        routes.nat_gateways.push(nat_gateway);
    }
    data(module, zones, vpc, subnets)?;
    Ok(routes)
}

fn public(
    module: &mut Module,
    zones: &[Zone],
    vpc: &Handle<AwsVpc>,
    subnets: &Subnets,
) -> Result<Handle<AwsInternetGateway>, DeclareError> {
    let gateway =
        block!(AwsInternetGateway { vpc_id: vpc.id(), tags: tags(name(Kind::InternetGateway)) });
    let internet_gateway = module.resource("main", gateway)?;
    let table = route_table(module, "public", "public", vpc)?;
    let route = module.resource(
        "public",
        block!(AwsRoute {
            route_table_id: table.id(),
            destination_cidr_block: ANYWHERE,
            gateway_id: internet_gateway.id(),
        }),
    )?;
    for (zone, subnet) in zones.iter().zip(&subnets.public) {
        associate(module, format!("public_{}", zone.letter()), subnet, &table)?;
    }
    // ELB makes no internet-facing load balancer in a VPC without internet gateway, and the gateway
    // cannot be detached before the load balancer's addresses are gone.
    module.output_depends_on("public_subnet_ids", &route);
    Ok(internet_gateway)
}

/// The NAT gateway of a zone, with an address that stays for partners who allow it.
fn nat_gateway(
    module: &mut Module,
    zone: &Zone,
    subnet: &Handle<AwsSubnet>,
    internet_gateway: &Handle<AwsInternetGateway>,
) -> Result<(Handle<AwsEip>, Handle<AwsNatGateway>), DeclareError> {
    let letter = zone.letter();
    let address = module.resource_with(
        format!("nat_{letter}"),
        block!(AwsEip {
            domain: "vpc",
            tags: tags(name_of(Kind::ElasticIp, &format!("nat-{letter}")))
        }),
        meta().depends_on(internet_gateway),
    )?;
    let nat_gateway = module.resource_with(
        format!("public_{letter}"),
        block!(AwsNatGateway {
            allocation_id: address.id(),
            connectivity_type: "public",
            subnet_id: subnet.id(),
            tags: tags(name_of(Kind::NatGateway, letter)),
        }),
        // Source: provider documentation, `aws_nat_gateway`.
        meta().depends_on(internet_gateway),
    )?;
    Ok((address, nat_gateway))
}

fn app(
    module: &mut Module,
    zone: &Zone,
    vpc: &Handle<AwsVpc>,
    subnet: &Handle<AwsSubnet>,
    nat_gateway: &Handle<AwsNatGateway>,
) -> Result<Handle<AwsRouteTable>, DeclareError> {
    let label = format!("app_{}", zone.letter());
    let table = route_table(module, &label, &format!("app-{}", zone.letter()), vpc)?;
    let route = module.resource(
        label.as_str(),
        block!(AwsRoute {
            route_table_id: table.id(),
            destination_cidr_block: ANYWHERE,
            nat_gateway_id: nat_gateway.id(),
        }),
    )?;
    associate(module, label, subnet, &table)?;
    // A task that starts before its way out cannot pull its image, and trips the deployment circuit
    // breaker.
    module.output_depends_on("app_subnet_ids", &route);
    Ok(table)
}

/// No route but the VPC's own: the database neither reaches the internet nor is reached from it
/// (NET-3).
fn data(
    module: &mut Module,
    zones: &[Zone],
    vpc: &Handle<AwsVpc>,
    subnets: &Subnets,
) -> Result<(), DeclareError> {
    let table = route_table(module, "data", "data", vpc)?;
    for (zone, subnet) in zones.iter().zip(&subnets.data) {
        associate(module, format!("data_{}", zone.letter()), subnet, &table)?;
    }
    Ok(())
}

fn route_table(
    module: &mut Module,
    label: &str,
    purpose: &str,
    vpc: &Handle<AwsVpc>,
) -> Result<Handle<AwsRouteTable>, DeclareError> {
    let tags = tags(name_of(Kind::RouteTable, purpose));
    module.resource(label, block!(AwsRouteTable { vpc_id: vpc.id(), tags: tags }))
}

fn associate(
    module: &mut Module,
    label: String,
    subnet: &Handle<AwsSubnet>,
    table: &Handle<AwsRouteTable>,
) -> Result<(), DeclareError> {
    let association =
        block!(AwsRouteTableAssociation { subnet_id: subnet.id(), route_table_id: table.id() });
    module.resource(label, association).map(drop)
}
