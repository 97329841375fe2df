// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf::Number;

terraform::resource_type! {
    /// The resource [`aws_route53_record`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/route53_record
    AwsRoute53Record = "aws_route53_record", AwsRoute53RecordAttributes
    arguments {
        optional allow_overwrite: bool,
        optional health_check_id: String,
        optional multivalue_answer_routing_policy: bool,
        required name: String,
        optional records: Vec<String>,
        optional set_identifier: String,
        optional ttl: Number,
        required r#type: String,
        required zone_id: String,
    }
    blocks {
        alias: AwsRoute53RecordAlias = 0..=1,
    }
    attributes {
        fqdn: String,
        id: String,
    }
}

terraform::block_type! {
    /// `alias` of `aws_route53_record`.
    AwsRoute53RecordAlias
    arguments {
        required evaluate_target_health: bool,
        required name: String,
        required zone_id: String,
    }
    blocks {}
}
