//! Domain: the name at which payments are taken, its certificate, the record that leads to the load
//! balancer, and a look at it from outside (APP-3, ALL-4, MON-5). Present where the configuration
//! names a domain and its hosted zone.
//!
//! ACM issues the certificate once the validation record is seen in public DNS, and renews it by
//! itself for as long as that record exists and the certificate is in use: so the record stays for
//! the life of the stack. Source: ACM User Guide, "DNS validation" and "Renewal for domains
//! validated by DNS".

use crate::aws::{
    AwsAcmCertificate, AwsAcmCertificateValidation, AwsRoute53HealthCheck, AwsRoute53Record,
    AwsRoute53RecordAlias,
};
use crate::naming::Kind;
use crate::tiers::{name, tags};
use terraform::block;
use terraform::tf::{DeclareError, Expression, Handle, Module, Ref, Tier, call, meta};

/// Seconds for which resolvers keep the validation record: short, so that a corrected one is seen
/// soon.
const VALIDATION_TTL: u32 = 60;

/// The name at which payments are taken.
#[derive(Debug, Clone, PartialEq)]
pub struct Domain {}

terraform::ports! {
    /// What the domain needs.
    pub struct Inputs {
        /// Suffix of the environment; ends every name.
        environment_suffix: String,
        /// Name at which payments are taken, in lower case and without a dot at the end.
        domain_name: String
            where r#"length(var.domain_name) <= 64 && can(regex("^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?[.])+[a-z]([a-z0-9-]{0,61}[a-z0-9])$", var.domain_name))"#
                => "The domain must be a name like pay.example.com: lower-case labels of letters, \
                    digits and inner hyphens, at most 64 characters in all, which is what ACM \
                    takes.",
        /// Public hosted zone in Route 53 that has the name, in the account of the stack.
        hosted_zone_id: String
            where r#"can(regex("^Z[A-Z0-9]{1,31}$", var.hosted_zone_id))"#
                => "The hosted zone must be given by its id, as Z0123456789ABCDEFGHIJ.",
        /// Name of the load balancer in DNS.
        load_balancer_dns_name: String,
        /// Hosted zone of that name.
        load_balancer_zone_id: String,
        /// Path that answers 200 when payments can be taken.
        health_check_path: String,
    }
}

terraform::ports! {
    /// What the listener uses.
    pub struct Outputs {
        /// ARN of the certificate, known only once ACM has issued it.
        certificate_arn: String,
        /// Health check that looks at the name from outside.
        health_check_id: String,
    }
}

impl Tier for Domain {
    const NAME: &'static str = "domain";
    const DESCRIPTION: &'static str = "The name at which payments are taken, its certificate, and \
                                       the record that leads to the load balancer.";
    type Inputs = Inputs;
    type Outputs = Outputs;

    fn declare(&self, module: &mut Module, var: &Inputs) -> Result<Outputs, DeclareError> {
        let certificate = certificate(module, var)?;
        let record = module.resource("validation", validation_record(var, &certificate))?;
        let validation = block!(AwsAcmCertificateValidation {
            certificate_arn: certificate.arn(),
            validation_record_fqdns: [record.fqdn()],
        });
        let validation = module.resource("main", validation)?;
        module.resource("payments", alias_record(var))?;
        let health_check = module.resource("payments", health_check(var))?;
        Ok(terraform::wire!(Outputs {
            certificate_arn: validation.certificate_arn(),
            health_check_id: health_check.id(),
        }))
    }
}

/// The certificate, for the one name. A listener holds on to its certificate, so a replacement (for
/// another name) is issued before the old one goes. Nothing comes before the certificate, so
/// nothing else is replaced in that order. Source: Terraform AWS provider, `aws_acm_certificate`,
/// "lifecycle".
fn certificate(
    module: &mut Module,
    var: &Inputs,
) -> Result<Handle<AwsAcmCertificate>, DeclareError> {
    let certificate = block!(AwsAcmCertificate {
        domain_name: &var.domain_name,
        validation_method: "DNS",
        tags: tags(name(Kind::Certificate)),
    });
    module.resource_with("main", certificate, meta().create_before_destroy())
}

/// The record with which ACM sees that the domain is ours.
///
/// It is the same for every certificate that the account ever asks for this name, so an earlier
/// certificate, made by hand, has left it there already: then it is taken over, which changes
/// nothing in it. Source: ACM User Guide, "DNS validation"; Terraform AWS provider,
/// `aws_route53_record`, `allow_overwrite`.
fn validation_record(var: &Inputs, certificate: &Handle<AwsAcmCertificate>) -> AwsRoute53Record {
    block!(AwsRoute53Record {
        zone_id: &var.hosted_zone_id,
        name: validation_option(certificate, "resource_record_name"),
        r#type: validation_option(certificate, "resource_record_type"),
        records: [validation_option(certificate, "resource_record_value")],
        ttl: VALIDATION_TTL,
        allow_overwrite: true,
    })
}

/// What ACM wants to see in DNS: a set with one element for each name of the certificate, so here
/// with one.
fn validation_option(certificate: &Handle<AwsAcmCertificate>, attribute: &str) -> Ref<String> {
    let option: Ref<Expression> =
        call("one", [certificate.domain_validation_options().into_expression()]);
    option.get(attribute)
}

/// The address of the payments: an A record only, since the load balancer speaks IPv4. Route 53
/// asks the load balancer which of its zones are healthy (ALL-5).
///
/// A record of that name that is not the stack's own is never taken over: whoever set it takes
/// payments there. The record is not replaced create-first either: Terraform would then do the same
/// with everything before it, and a second load balancer of the same name cannot be.
/// Source: Route 53 Developer Guide, "Values specific for simple alias records", "Evaluate target
/// health".
fn alias_record(var: &Inputs) -> AwsRoute53Record {
    block!(AwsRoute53Record {
        zone_id: &var.hosted_zone_id,
        name: &var.domain_name,
        r#type: "A",
        alias: block!(AwsRoute53RecordAlias {
            name: &var.load_balancer_dns_name,
            zone_id: &var.load_balancer_zone_id,
            evaluate_target_health: true,
        }),
    })
}

/// Checkers on several continents ask the name itself over HTTPS, so that a fault of DNS, of the
/// certificate or of the way in is seen though no request arrives. Three failures, 90 seconds, make
/// it unhealthy. The checkers of all regions look: a stack in one region is reached from
/// everywhere. Source: Route 53 API Reference, `HealthCheckConfig`.
fn health_check(var: &Inputs) -> AwsRoute53HealthCheck {
    block!(AwsRoute53HealthCheck {
        r#type: "HTTPS",
        fqdn: &var.domain_name,
        port: 443,
        resource_path: &var.health_check_path,
        enable_sni: true,
        request_interval: 30,
        failure_threshold: 3,
        tags: tags(name(Kind::HealthCheck)),
    })
}

#[cfg(test)]
mod tests;
