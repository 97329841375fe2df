// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
terraform::resource_type! {
    /// The resource [`aws_route`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/route
    AwsRoute = "aws_route", AwsRouteAttributes
    arguments {
        optional carrier_gateway_id: String,
        optional core_network_arn: String,
        optional destination_cidr_block: String,
        optional destination_ipv6_cidr_block: String,
        optional destination_prefix_list_id: String,
        optional egress_only_gateway_id: String,
        optional gateway_id: String,
        optional local_gateway_id: String,
        optional nat_gateway_id: String,
        optional network_interface_id: String,
        required route_table_id: String,
        optional transit_gateway_id: String,
        optional vpc_endpoint_id: String,
        optional vpc_peering_connection_id: String,
    }
    blocks {}
    attributes {
        id: String,
        instance_id: String,
        instance_owner_id: String,
        origin: String,
        state: String,
    }
}
