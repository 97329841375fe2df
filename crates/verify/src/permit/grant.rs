//! The grants of KMS: who may use a key though no policy says so.
//! Source: KMS Developer Guide, "Grants in AWS KMS"; AWS provider 5.100.0, `aws_kms_grant`.

use super::matching::Match;
use super::pattern::Pattern;
use super::request::{Caller, Request, Target};
use crate::attribute_path::AttributePath;
use crate::planned::Planned::{Absent, Known, Unknown};
use crate::resource::Resource;

/// Whether a grant of the plan lets a caller use a key.
pub fn by_grant<'a>(caller: Caller<'a>, request: &Request<'_, 'a>) -> Match {
    let Target::Resource(key) = request.on else { return Match::No };
    if key.kind() != "aws_kms_key" {
        return Match::No;
    }
    let grants = key.inventory().referrers(key, "aws_kms_grant", "key_id");
    grants.into_iter().map(|grant| allows(grant, caller, request)).fold(Match::No, Match::or)
}

fn allows<'a>(grant: Resource<'a>, caller: Caller<'a>, request: &Request<'_, 'a>) -> Match {
    let operation = request.action.strip_prefix("kms:").unwrap_or_default();
    let includes = match grant.at("operations").strings() {
        Known(operations) => Match::sure(operations.contains(&operation)),
        Absent => Match::No,
        Unknown => Match::Maybe(grant.at("operations").known_later()),
    };
    // A plan does not show which encryption context the caller will use.
    let constraints = match grant.at("constraints").items().is_empty() {
        true => Match::Yes(grant.address().to_owned()),
        false => Match::Maybe(format!("{} is for some encryption contexts only", grant.address())),
    };
    constraints.and(is_for(&grant.at("grantee_principal"), caller)).and(includes)
}

fn is_for<'a>(place: &AttributePath<'a>, caller: Caller<'a>) -> Match {
    match (caller, place.string()) {
        (Caller::Role(role), Known(arn)) => match role.at("arn").string() {
            Known(own) => Match::sure(own == arn),
            _ => Match::sure(place.link("aws_iam_role").one() == Some(role)),
        },
        (Caller::Role(role), Unknown) => match place.link("aws_iam_role").proven() {
            Ok(linked) => Match::sure(linked == role),
            Err(_) => Match::Maybe(place.known_later()),
        },
        (Caller::ServiceLinked(service), Known(arn)) => {
            let role = Pattern::of(&format!("arn:*:iam::*:role/aws-service-role/{service}/*"));
            Match::sure(role.matches(arn))
        }
        (Caller::ServiceLinked(_), Unknown) => Match::Maybe(place.known_later()),
        _ => Match::No,
    }
}
