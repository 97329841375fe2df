//! Questions to the AWS APIs, and the comparison of their answers.

use crate::support::Emulator;
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use std::{collections::BTreeSet, fmt::Debug};

/// The account of the emulator.
pub const ACCOUNT: &str = "123456789012";
/// The letters of the availability zones that the stack is in.
pub const ZONES: [&str; 3] = ["a", "b", "c"];

/// The AWS APIs of the emulator.
pub struct Aws<'a>(pub &'a Emulator);

impl Aws<'_> {
    /// The whole answer.
    pub fn ask(&self, service: &str, operation: &str, parameters: Value) -> Result<Value> {
        self.0.ask(service, operation, parameters)
    }

    /// The list `name` of an answer; none found is an error, or what is said of every entry would
    /// hold of nothing.
    pub fn list(
        &self,
        service: &str,
        operation: &str,
        parameters: Value,
        name: &str,
    ) -> Result<Vec<Value>> {
        let entries = array(&self.ask(service, operation, parameters)?[name]).to_vec();
        ensure!(!entries.is_empty(), "{service} {operation} finds no {name}");
        Ok(entries)
    }

    /// The only entry of the list `name` of an answer.
    pub fn only(
        &self,
        service: &str,
        operation: &str,
        parameters: Value,
        name: &str,
    ) -> Result<Value> {
        let mut entries = self.list(service, operation, parameters, name)?;
        ensure!(
            entries.len() == 1,
            "{service} {operation} finds {} {name}, not one",
            entries.len()
        );
        entries.pop().context("one entry is left")
    }

    /// The ARN of the stack's key for `purpose`.
    pub fn key(&self, purpose: &str) -> Result<String> {
        let alias = format!("alias/kms-{purpose}-staging");
        Ok(text(&self.ask("kms", "describe_key", json!({"KeyId": alias}))?["KeyMetadata"]["Arn"])
            .into())
    }

    /// The subnets of one tier, by the letters of `ZONES`.
    pub fn subnets(&self, tier: &str) -> Result<BTreeSet<String>> {
        let subnets = self.list("ec2", "describe_subnets", json!({}), "Subnets")?;
        let names = ZONES.map(|zone| format!("subnet-{tier}-{zone}-staging"));
        let of_tier =
            subnets.iter().filter(|subnet| names.iter().any(|name| name == tag(subnet, "Name")));
        let ids: BTreeSet<_> =
            of_tier.map(|subnet| text(&subnet["SubnetId"]).to_string()).collect();
        ensure!(ids.len() == ZONES.len(), "there are {} {tier} subnets", ids.len());
        Ok(ids)
    }

    /// The id of the security group called `security-group-<purpose>-staging`.
    pub fn security_group(&self, purpose: &str) -> Result<String> {
        let name = format!("security-group-{purpose}-staging");
        let filter = json!({"Filters": [{"Name": "group-name", "Values": [name]}]});
        Ok(text(
            &self.only("ec2", "describe_security_groups", filter, "SecurityGroups")?["GroupId"],
        )
        .into())
    }
}

/// `found` has every value of `expected`; of objects only the keys that `expected` has.
/// The error names all that differ.
pub fn includes(found: &Value, expected: &Value) -> Result<()> {
    let mut differences = vec![];
    differ(found, expected, "", &mut differences);
    ensure!(differences.is_empty(), "{}", differences.join("; "));
    Ok(())
}

fn differ(found: &Value, expected: &Value, path: &str, differences: &mut Vec<String>) {
    match expected.as_object() {
        Some(keys) => keys.iter().for_each(|(key, value)| {
            let separator = if path.is_empty() { "" } else { "." };
            differ(&found[key], value, &format!("{path}{separator}{key}"), differences);
        }),
        None if found != expected => differences.push(format!("{path} is {found}, not {expected}")),
        None => {}
    }
}

/// Both are the same.
pub fn equal<F: Debug + PartialEq<E>, E: Debug>(found: F, expected: E) -> Result<()> {
    ensure!(found == expected, "found {found:?}, not {expected:?}");
    Ok(())
}

/// The entries of a list; what is no list has none.
pub fn array(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// The text; of anything else the empty one.
pub fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// The texts of a list, or the one text that stands for a list, as IAM writes them.
pub fn texts(value: &Value) -> BTreeSet<String> {
    let alone = value.as_str().into_iter();
    alone.chain(array(value).iter().map(text)).map(String::from).collect()
}

/// A set to compare with what `texts` found.
pub fn set<'a>(texts: impl IntoIterator<Item = &'a str>) -> BTreeSet<String> {
    texts.into_iter().map(String::from).collect()
}

/// The value of a tag; empty without it.
pub fn tag<'a>(resource: &'a Value, key: &str) -> &'a str {
    array(&resource["Tags"])
        .iter()
        .find(|tag| tag["Key"] == key)
        .map_or("", |tag| text(&tag["Value"]))
}

/// A list of `{Key, Value}` as one object.
pub fn attributes(pairs: &[Value]) -> Value {
    pairs.iter().map(|pair| (text(&pair["Key"]).to_string(), pair["Value"].clone())).collect()
}

/// The statements of a policy that AWS gives as text.
pub fn statements(policy: &Value) -> Result<Vec<Value>> {
    let document: Value = serde_json::from_str(text(policy)).context("the policy is no JSON")?;
    Ok(array(&document["Statement"]).to_vec())
}

/// The statement `sid` of a policy that AWS gives as text.
pub fn statement(policy: &Value, sid: &str) -> Result<Value> {
    let found = statements(policy)?.into_iter().find(|statement| statement["Sid"] == sid);
    found.with_context(|| format!("no statement {sid} in {policy}"))
}

/// The policy denies every call of `actions` that does not come over TLS.
pub fn denies_plain_text(policy: &Value, actions: &str) -> Result<()> {
    let expected = json!({
        "Effect": "Deny",
        "Principal": {"AWS": "*"},
        "Action": actions,
        "Condition": {"Bool": {"aws:SecureTransport": "false"}},
    });
    includes(&statement(policy, "DenyInsecureTransport")?, &expected)
}
