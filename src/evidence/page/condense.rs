//! Shortens the annex for print: where a rule passes in many places with different values, they
//! become one row with some of the values. The JSON has them all.

use serde_json::{Value, json};

/// Up to this many, each value has a row of its own.
const ROWS: usize = 6;

/// The number of values that are shown if there are more.
const SHOWN: usize = 3;

/// Condenses every list of rows within a value.
pub fn condense(value: &mut Value) {
    match value {
        Value::Object(map) => map.iter_mut().for_each(|(name, value)| match value {
            Value::Array(rows) if name == "rows" => *rows = condensed(std::mem::take(rows)),
            value => condense(value),
        }),
        Value::Array(items) => items.iter_mut().for_each(condense),
        _ => {}
    }
}

fn condensed(rows: Vec<Value>) -> Vec<Value> {
    let (met, mut short): (Vec<_>, Vec<_>) =
        rows.into_iter().partition(|row| row["verdict"] == "met");
    let mut by_rule: Vec<(Value, Vec<Value>)> = Vec::new();
    for row in met {
        match by_rule.iter_mut().find(|(by, _)| *by == row["by"]) {
            Some((_, rows)) => rows.push(row),
            None => by_rule.push((row["by"].clone(), vec![row])),
        }
    }
    for (by, rows) in by_rule {
        if rows.len() <= ROWS { short.extend(rows) } else { short.push(one(&by, &rows)) }
    }
    short
}

fn one(by: &Value, rows: &[Value]) -> Value {
    let texts = |name: &str| distinct(rows.iter().filter_map(|row| row[name].as_str()));
    let addresses = distinct(
        rows.iter()
            .flat_map(|row| row["addresses"].as_array().into_iter().flatten())
            .filter_map(Value::as_str),
    );
    json!({
        "by": by, "verdict": "met", "reason": "", "accepted": false, "addresses": addresses,
        "attribute": some(&texts("attribute")), "value": some(&texts("value")),
    })
}

fn distinct<'a>(texts: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut distinct: Vec<&str> = texts.filter(|text| !text.is_empty()).collect();
    distinct.sort_unstable();
    distinct.dedup();
    distinct
}

fn some(texts: &[&str]) -> String {
    let shown = texts.iter().take(SHOWN).copied().collect::<Vec<_>>().join(", ");
    match texts.len().saturating_sub(SHOWN) {
        0 => shown,
        more => format!("{shown} and {more} more"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(address: usize, verdict: &str) -> Value {
        json!({
            "by": "name-suffix",
            "attribute": "name",
            "value": address.to_string(),
            "verdict": verdict,
            "reason": "",
            "accepted": false,
            "addresses": [format!("aws_x.y{address}")],
        })
    }

    #[test]
    fn many_places_in_which_a_rule_holds_are_one_row_and_what_fails_keeps_its_own() {
        let rows = (0..9).map(|it| row(it, "met")).chain([row(9, "failed"), row(10, "failed")]);
        let mut value = json!({"rows": rows.collect::<Vec<_>>()});
        condense(&mut value);
        let rows = value["rows"].as_array().unwrap();
        assert_eq!(
            rows.iter().map(|row| row["verdict"].as_str().unwrap()).collect::<Vec<_>>(),
            ["failed", "failed", "met"]
        );
        assert_eq!(rows[2]["addresses"].as_array().unwrap().len(), 9);
        assert_eq!(rows[2]["value"], "0, 1, 2 and 6 more");
    }
}
