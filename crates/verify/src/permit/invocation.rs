//! Whether a service may invoke a function: the policy of a function is made of permissions, each a
//! resource of its own. Source: Lambda Developer Guide, "Granting Lambda function access to AWS
//! services".

use super::decision::Decision;
use super::given::Given;
use super::matching::Match;
use super::pattern::Pattern;
use super::request::{Request, Target, function_of};
use super::resource_arn::is_arn_of;
use crate::attribute_path::AttributePath;
use crate::planned::Planned::{Absent, Known, Unknown};
use crate::policy::includes;
use crate::resource::Resource;

/// Whether a service may invoke a function, or an alias of one.
pub fn decide(service: &str, request: &Request) -> Decision {
    let Target::Resource(named) = request.on else { return Decision::Missing(String::new()) };
    let function = match function_of(named) {
        Ok(function) => function,
        Err(reason) => return Decision::Unknown(reason),
    };
    let source = request.context.get("aws:SourceArn");
    let mut found = Match::No;
    let mut others = Vec::new();
    for permission in permissions(function, named) {
        let principal = match permission.at("principal").string() {
            Known(principal) if principal == service => Match::sure(true),
            Known(_) => continue,
            _ => Match::Maybe(permission.at("principal").known_later()),
        };
        match principal
            .and(is_about(permission, request.action))
            .and(is_for(permission, named))
            .and(is_from(&permission.at("source_arn"), source.as_ref()))
        {
            Match::No => others.push(permission.address().to_owned()),
            Match::Yes(_) => found = found.or(Match::Yes(permission.address().to_owned())),
            maybe => found = found.or(maybe),
        }
    }
    let doubt = function
        .inventory()
        .proven_referrers(function, "aws_lambda_permission", "function_name")
        .err();
    let found = found.or(doubt.map_or(Match::No, Match::Maybe));
    Decision::of(found, || match &others[..] {
        [] => format!("no aws_lambda_permission lets {service} invoke {}", named.address()),
        others => format!(
            "{} lets {service} invoke it for another source, version or alias",
            others.join(" and ")
        ),
    })
}

/// Whether the policy of a function names a role, which then needs no right of its own. Source: IAM
/// User Guide, "Policy evaluation for requests within a single account".
pub fn lets_role<'a>(role: Resource<'a>, request: &Request<'_, 'a>) -> Match {
    let Target::Resource(named) = request.on else { return Match::No };
    if !["aws_lambda_function", "aws_lambda_alias"].contains(&named.kind()) {
        return Match::No;
    }
    let Ok(function) = function_of(named) else { return Match::No };
    let lets = |permission: Resource<'a>| {
        let principal = permission.at("principal");
        let is_role = match (principal.string(), role.at("arn").string()) {
            (Known(principal), Known(arn)) => principal == arn,
            _ => principal.link("aws_iam_role").proven() == Ok(role),
        };
        Match::Yes(permission.address().to_owned())
            .and(Match::sure(is_role))
            .and(is_about(permission, request.action))
            .and(is_for(permission, named))
    };
    permissions(function, named).into_iter().map(lets).fold(Match::No, Match::or)
}

/// Whether a permission is for an action.
fn is_about(permission: Resource, action: &str) -> Match {
    match permission.at("action").string() {
        Known(own) => Match::sure(includes(own, action)),
        _ => Match::Maybe(permission.at("action").known_later()),
    }
}

/// Of the function and of its alias, by which a permission can name it too.
fn permissions<'a>(function: Resource<'a>, named: Resource<'a>) -> Vec<Resource<'a>> {
    let of = |named: Resource<'a>| {
        named.inventory().referrers(named, "aws_lambda_permission", "function_name")
    };
    let mut all = of(function);
    if named != function {
        let own: Vec<_> = of(named).into_iter().filter(|own| !all.contains(own)).collect();
        all.extend(own);
    }
    all
}

/// Whether a permission is for what is invoked: one without a qualifier for the function, with one
/// for that version or alias only. Source: Lambda Developer Guide, "Using Lambda aliases in
/// permissions"; AWS provider 5.100.0, `aws_lambda_permission`, `qualifier`.
fn is_for(permission: Resource, named: Resource) -> Match {
    let (qualifier, is_alias) = (permission.at("qualifier"), named.kind() == "aws_lambda_alias");
    let names_alias =
        || permission.at("function_name").link("aws_lambda_alias").one() == Some(named);
    match (qualifier.string(), is_alias) {
        (Absent, false) => Match::sure(true),
        (Absent, true) => Match::sure(names_alias()),
        (Known(_), false) => Match::No,
        (Known(own), true) => match named.at("name").string() {
            Known(name) => Match::sure(own == name),
            _ => Match::Maybe(named.at("name").known_later()),
        },
        (Unknown, _) if !qualifier.waits() => Match::sure(!is_alias || names_alias()),
        (Unknown, true) if qualifier.link("aws_lambda_alias").one() == Some(named) => {
            Match::sure(true)
        }
        (Unknown, _) => Match::Maybe(qualifier.known_later()),
    }
}

/// Whether a permission is for a source.
fn is_from(place: &AttributePath, source: Option<&Given>) -> Match {
    let Some(Given::Resource(source)) = source else { return Match::sure(true) };
    match place.string() {
        Absent => Match::sure(true),
        Known(pattern) => is_arn_of(&Pattern::of(pattern), *source),
        Unknown => match place.link(source.kind()).one() {
            Some(linked) => Match::sure(linked == *source),
            None => Match::Maybe(place.known_later()),
        },
    }
}
