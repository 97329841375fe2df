// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
terraform::resource_type! {
    /// The resource [`aws_route_table_association`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/route_table_association
    AwsRouteTableAssociation = "aws_route_table_association", AwsRouteTableAssociationAttributes
    arguments {
        optional gateway_id: String,
        required route_table_id: String,
        optional subnet_id: String,
    }
    blocks {}
    attributes {
        id: String,
    }
}
