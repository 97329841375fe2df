//! `preflight.sh` run for real, with the AWS command line, against the emulator's account.

use std::process::Output;

use crate::support::{AwsShell, Emulator, Workdir};
use anyhow::{Context, Result};
use paytf::config::{Config, Profile};
use paytf::render::Format;
use serde_json::{Value, json};

/// A stack that is to be applied to the emulator's account.
fn stack(toml: &str) -> Result<Workdir> {
    let config = Config::from_toml(
        toml,
        "test.toml".as_ref(),
        "staging".parse().unwrap(),
        Some(Profile::Production),
    )?;
    Workdir::of_stack(&config, Format::Json)
}

fn preflight(shell: &AwsShell, stack: &Workdir, arguments: &[&str]) -> Result<Report> {
    let arguments: Vec<_> = ["preflight.sh"].iter().chain(arguments).copied().collect();
    Ok(Report::of(shell.run(stack.path(), &arguments)?))
}

/// Runs the command that a line tells to run.
fn do_as_told(shell: &AwsShell, stack: &Workdir, line: &str) -> Result<()> {
    let (_, command) = line.split_once(": aws ").context("the line names no command")?;
    let output = shell.run(stack.path(), &["-c", &format!("aws {command}")])?;
    assert!(output.status.success(), "{command}: {}", String::from_utf8_lossy(&output.stderr));
    Ok(())
}

/// What the script said.
struct Report {
    lines: Vec<String>,
    code: Option<i32>,
}

impl Report {
    fn of(output: Output) -> Self {
        let lines = String::from_utf8_lossy(&output.stdout).lines().map(str::to_owned).collect();
        Self { lines, code: output.status.code() }
    }

    /// The lines with this verdict.
    fn with(&self, verdict: &str) -> Vec<&str> {
        self.lines.iter().filter_map(|line| Some(line.strip_prefix(verdict)?.trim())).collect()
    }

    fn line(&self, about: &str) -> &str {
        self.lines
            .iter()
            .find(|line| line[6..].starts_with(about))
            .unwrap_or_else(|| panic!("{about}: {:#?}", self.lines))
    }
}

/// Three addresses and a NAT gateway in us-east-1b, beside the VPC that every account has.
fn occupy(emulator: &Emulator) -> Result<()> {
    for _ in 0..3 {
        emulator.ask("ec2", "allocate_address", json!({"Domain": "vpc"}))?;
    }
    let vpc = emulator.ask("ec2", "create_vpc", json!({"CidrBlock": "10.9.0.0/16"}))?;
    let subnet = json!({
        "VpcId": vpc["Vpc"]["VpcId"], "CidrBlock": "10.9.0.0/24", "AvailabilityZone": "us-east-1b"
    });
    let subnet = emulator.ask("ec2", "create_subnet", subnet)?;
    let gateway = json!({"SubnetId": subnet["Subnet"]["SubnetId"], "ConnectivityType": "private"});
    emulator.ask("ec2", "create_nat_gateway", gateway)?;
    Ok(())
}

const BACKEND: &str = "[backend]\nbucket = \"example-terraform-state\"\n";

#[test]
fn what_an_account_lacks_is_named_and_once_done_as_told_it_passes() -> Result<()> {
    let emulator = Emulator::start()?;
    let shell = AwsShell::new(&emulator)?;
    occupy(&emulator)?;
    emulator.ask("s3", "create_bucket", json!({"Bucket": "example-terraform-state"}))?;
    let stack = stack(&format!("account_id = \"123456789012\"\n{BACKEND}"))?;
    let request = json!({"DomainName": "payments.example.com", "ValidationMethod": "DNS"});
    let certificate = emulator.ask("acm", "request_certificate", request)?;
    let certificate = certificate["CertificateArn"].as_str().context("no ARN")?;
    let detector = create_stopped_guards(&emulator)?;

    let report = preflight(&shell, &stack, &[])?;
    for guard in GUARDS {
        assert!(report.line(guard).starts_with("note"), "{:#?}", report.lines);
    }
    let failures = report.with("FAIL");
    assert_eq!((report.code, failures.len()), (Some(1), 3), "{:#?}", report.lines);
    assert!(failures[0].contains("needed 3, in use 3, quota 5; ask for more"), "{failures:#?}");
    assert!(failures[1].contains("needed 100, in use 0, quota 6; ask for more"), "{failures:#?}");
    assert!(failures[2].contains("example-terraform-state keeps no versions"), "{failures:#?}");
    for failure in failures {
        do_as_told(&shell, &stack, failure)?;
    }
    start_all_guards(&emulator, &detector)?;

    let report = preflight(&shell, &stack, &[certificate])?;
    assert_eq!((report.code, report.with("FAIL")), (Some(0), vec![]), "{:#?}", report.lines);
    for (about, found) in [
        ("Account", "123456789012"),
        ("Zone us-east-1b", "use1-az1"),
        ("Elastic IP addresses", "needed 3, in use 3, quota 6"),
        ("VPCs", "needed 1, in use 2, quota 5"),
        ("NAT gateways in us-east-1a", "needed 1, in use 0, quota 5"),
        ("NAT gateways in us-east-1b", "needed 1, in use 1, quota 5"),
        ("Database instances", "needed 4, in use 0, quota 40"),
        ("Fargate vCPUs", "needed 100, in use 0, quota 100"),
        ("Certificate", certificate),
        ("State bucket", "is there, with versions"),
        ("Payment image", "push the image (imageTag=release) then"),
    ] {
        assert!(report.line(about).ends_with(found), "{about}: {found} in {:#?}", report.lines);
    }
    for guard in GUARDS {
        assert!(report.line(guard).starts_with("fine"), "{:#?}", report.lines);
    }
    Ok(())
}

#[test]
fn what_cannot_be_fixed_in_the_account_fails_and_nothing_is_changed() -> Result<()> {
    let emulator = Emulator::start()?;
    let shell = AwsShell::new(&emulator)?;
    let missing =
        "arn:aws:acm:us-east-1:123456789012:certificate/11112222-3333-4444-5555-666677778888";
    let zones =
        "[network]\navailability_zones = [\"us-east-1a\", \"us-east-1b\", \"us-east-1e\"]\n";
    let stack = stack(&format!("account_id = \"999999999999\"\n{zones}{BACKEND}"))?;

    let report = preflight(&shell, &stack, &[missing])?;
    assert_eq!(report.code, Some(1));
    for (about, found) in [
        ("Account", "the stack is for 999999999999"),
        ("Zone us-east-1e", "is use1-az3"),
        ("Certificate", "must be ISSUED, but: An error occurred (ResourceNotFoundException)"),
        ("State bucket", "An error occurred (NoSuchBucket)"),
    ] {
        let line = report.line(about);
        assert!(
            line.starts_with("FAIL") && line.contains(found),
            "{about}: {found} in {:#?}",
            report.lines
        );
    }
    let asked = shell.asked()?;
    assert!(asked.len() > 30, "only {} commands", asked.len());
    for command in asked {
        assert!(
            ["describe-", "get-", "list-"].iter().any(|verb| command[1].starts_with(verb)),
            "{command:?}"
        );
    }
    Ok(())
}

/// What watches the account.
const GUARDS: [&str; 4] = ["CloudTrail", "GuardDuty", "AWS Config", "Security Hub"];

/// A trail that records nothing and a detector that is disabled, which are not on; returns the
/// detector.
fn create_stopped_guards(emulator: &Emulator) -> Result<Value> {
    emulator.ask("s3", "create_bucket", json!({"Bucket": "trails"}))?;
    emulator.ask("cloudtrail", "create_trail", json!({"Name": "all", "S3BucketName": "trails"}))?;
    let detector = emulator.ask("guardduty", "create_detector", json!({"Enable": false}))?;
    Ok(detector["DetectorId"].clone())
}

fn start_all_guards(emulator: &Emulator, detector: &Value) -> Result<()> {
    let recorder = json!({"name": "default", "roleARN": "arn:aws:iam::123456789012:role/config"});
    let recorder = json!({"ConfigurationRecorder": recorder});
    let channel = json!({"DeliveryChannel": {"name": "default", "s3BucketName": "trails"}});
    let named = json!({"ConfigurationRecorderName": "default"});
    let enabled = json!({"DetectorId": detector, "Enable": true});
    for (service, operation, parameters) in [
        ("cloudtrail", "start_logging", json!({"Name": "all"})),
        ("guardduty", "update_detector", enabled),
        ("config", "put_configuration_recorder", recorder),
        ("config", "put_delivery_channel", channel),
        ("config", "start_configuration_recorder", named),
        ("securityhub", "enable_security_hub", json!({})),
    ] {
        emulator.ask(service, operation, parameters)?;
    }
    Ok(())
}

#[test]
fn without_an_account_to_ask_the_script_says_so_and_exits_with_2() -> Result<()> {
    let emulator = Emulator::start()?;
    let without = "AWS_ACCESS_KEY_ID= AWS_SECRET_ACCESS_KEY= exec sh preflight.sh";
    let output = AwsShell::new(&emulator)?.run(stack("")?.path(), &["-c", without])?;
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("sign in first"));
    Ok(())
}
