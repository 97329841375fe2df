//! Text values in a configuration, each with the rule that AWS has for it.

use super::rule::Rule;

checked_text! {
    /// An AWS account id. Source: AWS Account Management Reference, "View AWS account identifiers".
    AccountId = Rule {
        pattern: "^[0-9]{12}$", allowed: "12 digits in quotes", example: "123456789012", ..Rule::ANY
    };

    /// A managed policy that bounds what every role may do. Source: IAM User Guide, "Permissions
    /// boundaries".
    PermissionsBoundaryArn = Rule {
        pattern: "^arn:aws:iam::([0-9]{12}|aws):policy/[A-Za-z0-9/_+=,.@-]+$",
        allowed: "the ARN of an IAM policy",
        example: "arn:aws:iam::123456789012:policy/payments-boundary",
        ..Rule::ANY
    };

    /// The key of a tag. Sources: AWS Tagging Best Practices, "Tag naming limits and requirements";
    /// the pattern is that of the AWS APIs' `Tag`.
    TagKey = Rule {
        pattern: r"^[\p{L}\p{Z}\p{N}_.:/=+@-]+$",
        except: Some("^[aA][wW][sS]:"),
        length: (1, 128),
        refuses: reserved_for_aws,
        allowed: "1 to 128 letters, digits, spaces and `_.:/=+-@`, not starting with `aws:`",
        example: "CostCentre",
    };

    /// The value of a tag, same sources as the key.
    TagValue = Rule {
        pattern: r"^[\p{L}\p{Z}\p{N}_.:/=+@-]*$",
        length: (0, 256),
        allowed: "at most 256 letters, digits, spaces and `_.:/=+-@`",
        example: "4711",
        ..Rule::ANY
    };

    /// The id of a rule of `paytf verify`.
    RuleId = Rule {
        pattern: "^[a-z0-9]+(-[a-z0-9]+)+$",
        refuses: |id| verify::rules().all(|rule| rule.id != id).then(|| "is no rule of paytf \
            verify".to_owned()),
        allowed: "a rule that `paytf rules` lists",
        example: "destroy-final-snapshot",
        ..Rule::ANY
    };

    /// Why something is accepted: whoever reads it later knows no more than this.
    Reason = Rule {
        pattern: "^[^\\n\\r]+$",
        length: (10, 1_000),
        allowed: "10 to 1000 characters on one line",
        example: "agreed with the auditors on 2026-11-02: ticket 4711",
        ..Rule::ANY
    };

    /// A container image with a tag or digest that says which build runs.
    /// Source of the form: OCI Distribution Specification, "Pulling manifests".
    ContainerImage = Rule {
        pattern: "^([A-Za-z0-9._:-]+/)*[A-Za-z0-9._-]+(:[A-Za-z0-9_][A-Za-z0-9._-]{0,127})?(@sha256:[0-9a-f]{64})?$",
        except: Some("(^|/)[^:@/]+(:latest)?$"),
        refuses: without_a_build,
        allowed: "an image with a tag other than `latest`, or with a digest",
        example: "registry.example.com/payments:1.4.2",
        ..Rule::ANY
    };

    /// A query with one number as its answer. Step Functions hands it to the Data API, which takes
    /// a colon for a parameter. Sources: RDS Data API Reference, `ExecuteStatement`; Step Functions
    /// Developer Guide, "Transforming data with JSONata".
    RowsQuery = Rule {
        pattern: "^SELECT [^:;\\n\\r]+$",
        except: Some("[$%][{]|[{]%"),
        length: (10, 4_000),
        allowed: "one SELECT with one whole number as its answer, on one line, without colons, \
                  semicolons, `${`, `%{` and `{%`",
        example: "SELECT count(*) FROM payments.payment WHERE taken_at > now() - interval '1 day'",
        ..Rule::ANY
    };

    /// The name of an environment variable. Source: POSIX.1-2017, "Environment Variable
    /// Definition".
    VariableName = Rule {
        pattern: "^[A-Za-z_][A-Za-z0-9_]*$",
        length: (1, 255),
        allowed: "letters, digits and `_`, not beginning with a digit",
        example: "CARD_NETWORK_KEY",
        ..Rule::ANY
    };

    /// A secret, or one key of it, as ECS takes it. Without the six characters at its end the ARN
    /// would name no one secret. Source: Amazon ECS Developer Guide, "Pass Secrets Manager secrets
    /// through Amazon ECS environment variables".
    SecretArn = Rule {
        pattern: "^arn:aws:secretsmanager:us-east-1:[0-9]{12}:secret:[A-Za-z0-9/_+=.@!-]+-[A-Za-z0-9]{6}(:[A-Za-z0-9_.-]+::)?$",
        allowed: "the whole ARN of a secret in us-east-1, with its six characters, and `:<key>::` \
                  after it for one key of a JSON secret",
        example: "arn:aws:secretsmanager:us-east-1:123456789012:secret:card-network-a1b2c3",
        ..Rule::ANY
    };

    /// Path of the health check. Source: Elastic Load Balancing API, `CreateTargetGroup`,
    /// `HealthCheckPath`.
    HealthCheckPath = Rule {
        pattern: "^/[!-~]*$",
        length: (1, 1_024),
        refuses: |text| (!text.starts_with('/')).then(|| "does not start with `/`".to_owned()),
        allowed: "an absolute path of at most 1024 visible ASCII characters",
        example: "/healthz",
        ..Rule::ANY
    };

    /// A certificate the load balancer in us-east-1 can use. Source: ACM User Guide, "Supported
    /// Regions".
    AcmCertificateArn = Rule {
        pattern: "^arn:aws:acm:us-east-1:[0-9]{12}:certificate/[A-Za-z0-9-]+$",
        refuses: of_another_service_or_region,
        allowed: "the ARN of an ACM certificate in us-east-1",
        example: "arn:aws:acm:us-east-1:123456789012:certificate/11112222-3333-4444-5555-666677778888",
        ..Rule::ANY
    };

    /// A name for which ACM issues a certificate: at most 64 characters, and none of AWS's own.
    /// Source: ACM API, `RequestCertificate`, `DomainName`; ACM User Guide, "Certificate
    /// characteristics and limitations".
    DomainName = Rule {
        pattern: "^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$",
        except: Some("(^|\\.)(amazonaws\\.com|cloudfront\\.net|elasticbeanstalk\\.com)$"),
        length: (1, 64),
        refuses: not_a_name_of_ones_own,
        allowed: "a domain name of at most 64 lower-case characters, without `*` and without a dot \
                  at its end, that is not AWS's own",
        example: "pay.example.com",
    };

    /// A range of IPv4 addresses that a firewall takes. Source: AWS WAF API, `IPSet`, `Addresses`:
    /// every range but /0.
    AddressRange = Rule {
        pattern: r"^((25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])\.){3}(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])/([1-9]|[12][0-9]|3[0-2])$",
        allowed: "a range of IPv4 addresses, a single one with /32",
        example: "203.0.113.7/32",
        ..Rule::ANY
    };

    /// A vault of AWS Backup. Source: AWS Backup API, `CopyAction`, `DestinationBackupVaultArn`;
    /// `CreateBackupVault`.
    BackupVaultArn = Rule {
        pattern: "^arn:aws:backup:[a-z0-9-]+:[0-9]{12}:backup-vault:[A-Za-z0-9_-]{2,50}$",
        allowed: "the ARN of a vault of AWS Backup",
        example: "arn:aws:backup:us-west-2:210987654321:backup-vault:payments",
        ..Rule::ANY
    };

    /// A hosted zone. Source: Route 53 API, `GetHostedZone`, `Id`: at most 32 characters.
    HostedZoneId = Rule {
        pattern: "^Z[A-Z0-9]{1,31}$",
        refuses: |text| text.starts_with("/hostedzone/").then(|| "begins with `/hostedzone/`, \
            which is not part of the id".to_owned()),
        allowed: "the id of a Route 53 hosted zone, without `/hostedzone/`",
        example: "Z0123456789ABCDEFGHIJ",
        ..Rule::ANY
    };

    /// Where alarm notifications are sent. Source: HTML Living Standard, "Valid e-mail address",
    /// with a dot in the domain, because Amazon SNS delivers over the internet.
    Email = Rule {
        pattern: "^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)+$",
        length: (3, 320),
        refuses: not_an_address,
        allowed: "an e-mail address",
        example: "payments-oncall@example.com",
        ..Rule::ANY
    };

    /// A page that is reached over HTTPS; what ends a sentence of an alarm must end a link too.
    HttpsUrl = Rule {
        pattern: "^https://[A-Za-z0-9.-]+(:[0-9]{1,5})?(/[A-Za-z0-9._~%+@=-]*)*$",
        length: (9, 200),
        allowed: "an address that starts with `https://`, of at most 200 characters, without `?` and `#`",
        example: "https://wiki.example.com/payments/runbooks",
        ..Rule::ANY
    };

    /// What is said of an owner within alarms and events. Source of the characters: EventBridge
    /// User Guide, "Input transformation", for which `<`, `>`, quotes and backslashes mean
    /// something.
    HelpText = Rule {
        pattern: "^[A-Za-z0-9 .,:;@/+#()_&-]+$",
        length: (1, 100),
        allowed: "at most 100 ASCII letters, digits, spaces and `.,:;@/+#()_&-`",
        example: "Payments on call, +1 555 0100",
        ..Rule::ANY
    };

    /// An existing bucket. Source: S3 User Guide, "General purpose bucket naming rules".
    BucketName = Rule {
        pattern: "^[a-z0-9][a-z0-9.-]*[a-z0-9]$",
        except: Some(r"\.\.|^[0-9]+\.[0-9]+\.[0-9]+\.[0-9]+$|^xn--|^sthree-|-s3alias$|--ol-s3$"),
        length: (3, 63),
        allowed: "the name of an existing bucket: 3 to 63 lower-case letters, digits and inner `-` \
                  or `.`",
        example: "example-terraform-state",
        ..Rule::ANY
    };

    /// What the state's key starts with.
    KeyPrefix = Rule {
        pattern: "^[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*$",
        allowed: "letters, digits, `-`, `_` and single inner `/`",
        example: "payments/state",
        ..Rule::ANY
    };

    /// The region of the state bucket.
    Region = Rule {
        pattern: "^[a-z]{2,}(-[a-z]{2,})+-[0-9]{1,2}$",
        allowed: "an AWS region",
        example: "us-east-1",
        ..Rule::ANY
    };

    /// A key of AWS KMS, by its ARN, so that the account it is in is told.
    /// Source: AWS KMS Developer Guide, "Key identifiers (KeyId)".
    KmsKeyArn = Rule {
        pattern: "^arn:aws:kms:[a-z0-9-]+:[0-9]{12}:(key|alias)/[A-Za-z0-9/_-]+$",
        allowed: "the ARN of a KMS key or alias",
        example: "arn:aws:kms:us-east-1:123456789012:alias/terraform-state",
        ..Rule::ANY
    };
}

/// The account in a name such as `arn:aws:acm:us-east-1:ACCOUNT:certificate/ID`.
fn account_in(arn: &str) -> Option<&str> {
    arn.split(':').nth(4)
}

impl AcmCertificateArn {
    /// The account the certificate belongs to.
    pub fn account_id(&self) -> &str {
        account_in(&self.0).unwrap_or_default()
    }
}

impl PermissionsBoundaryArn {
    /// The account the policy belongs to, or `aws`.
    pub fn account_id(&self) -> &str {
        account_in(&self.0).unwrap_or_default()
    }
}

fn reserved_for_aws(text: &str) -> Option<String> {
    text.to_lowercase()
        .starts_with("aws:")
        .then(|| "starts with `aws:`, which AWS keeps for itself".to_owned())
}

fn without_a_build(text: &str) -> Option<String> {
    let name = text.rsplit('/').next().unwrap_or_default();
    if name.ends_with(":latest") {
        Some("says `latest`, which is another build every day".to_owned())
    } else if !name.contains([':', '@']) {
        Some("does not say which build runs".to_owned())
    } else {
        None
    }
}

/// Source of the form: IAM User Guide, "Amazon Resource Names (ARNs)".
fn of_another_service_or_region(text: &str) -> Option<String> {
    let parts: Vec<_> = text.split(':').collect();
    match parts.as_slice() {
        ["arn", _, service, ..] if *service != "acm" => {
            Some(format!("is of the service {service}, not of ACM"))
        }
        ["arn", _, _, region, ..] if *region != "us-east-1" => {
            Some(format!("is in {region}, but a load balancer uses certificates of its own region"))
        }
        _ => None,
    }
}

fn not_a_name_of_ones_own(text: &str) -> Option<String> {
    const OF_AWS: [&str; 3] = ["amazonaws.com", "cloudfront.net", "elasticbeanstalk.com"];
    let is_of = |domain: &&str| {
        text.strip_suffix(domain).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
    };
    if let Some(domain) = OF_AWS.iter().find(|domain| is_of(domain)) {
        Some(format!("is a name of AWS ({domain}), for which nobody else gets a certificate"))
    } else if text.contains(|c: char| c.is_ascii_uppercase()) {
        Some("holds an upper-case letter".to_owned())
    } else if text.contains('*') {
        Some("holds a `*`, but payments are taken at one name".to_owned())
    } else if text.ends_with('.') {
        Some("ends in a dot".to_owned())
    } else if !text.contains('.') {
        Some("has no dot".to_owned())
    } else {
        None
    }
}

fn not_an_address(text: &str) -> Option<String> {
    match text.split_once('@') {
        None => Some("has no @".to_owned()),
        Some((_, domain)) if !domain.contains('.') => {
            Some(format!("has {domain:?} where a domain is due"))
        }
        Some(_) => None,
    }
}

impl SecretArn {
    /// The ARN without the key of a JSON secret: what IAM and KMS know.
    pub fn of_secret(&self) -> String {
        self.0.split(':').take(7).collect::<Vec<_>>().join(":")
    }

    /// The account that it belongs to.
    pub fn account_id(&self) -> &str {
        self.0.split(':').nth(4).unwrap_or_default()
    }
}

impl RowsQuery {
    /// Counts every row of every table below the schema `payments`; of a partitioned one, the rows
    /// of its partitions.
    pub const EVERY_ROW: &str = "SELECT CAST(coalesce(sum(CAST(CAST((xpath('/row/rows/text()', \
         query_to_xml(format('SELECT count(*) AS rows FROM %I.%I', n.nspname, c.relname), false, \
         true, '')))[1] AS text) AS bigint)), 0) AS bigint) FROM pg_class c JOIN pg_namespace n \
         ON n.oid = c.relnamespace WHERE n.nspname = 'payments' AND c.relkind = 'r'";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_example_obeys_its_rule() {
        for (rule, checked) in [
            (AccountId::RULE, AccountId::rule()),
            (PermissionsBoundaryArn::RULE, PermissionsBoundaryArn::rule()),
            (TagKey::RULE, TagKey::rule()),
            (TagValue::RULE, TagValue::rule()),
            (ContainerImage::RULE, ContainerImage::rule()),
            (RuleId::RULE, RuleId::rule()),
            (Reason::RULE, Reason::rule()),
            (VariableName::RULE, VariableName::rule()),
            (SecretArn::RULE, SecretArn::rule()),
            (RowsQuery::RULE, RowsQuery::rule()),
            (HealthCheckPath::RULE, HealthCheckPath::rule()),
            (AcmCertificateArn::RULE, AcmCertificateArn::rule()),
            (DomainName::RULE, DomainName::rule()),
            (AddressRange::RULE, AddressRange::rule()),
            (BackupVaultArn::RULE, BackupVaultArn::rule()),
            (HostedZoneId::RULE, HostedZoneId::rule()),
            (Email::RULE, Email::rule()),
            (HelpText::RULE, HelpText::rule()),
            (HttpsUrl::RULE, HttpsUrl::rule()),
            (BucketName::RULE, BucketName::rule()),
            (KeyPrefix::RULE, KeyPrefix::rule()),
            (Region::RULE, Region::rule()),
            (KmsKeyArn::RULE, KmsKeyArn::rule()),
        ] {
            assert_eq!(checked.refusal(rule.example), None, "{}", rule.example);
        }
    }
}
