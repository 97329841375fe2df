//! Answers expressions: lines of JSON in, lines of JSON out, as the comparison with Terraform has
//! them.
//!
//! `cargo run --release -p paytf-terraform --example evaluate -- FOLDER`, where the expressions
//! are in FOLDER. In: `{"id", "expr", "constraint"?}`. Out: `{"id", "ok", "json"?, "type"?,
//! "sensitive"?, "unknown"?, "infinite"?, "error"?}`.

use std::io::{self, BufRead, Write};
use std::path::Path;

use serde_json::Value as Json;
use terraform::configuration::{Configuration, Variables};

#[path = "../tests/language/answer.rs"]
mod answer;

fn main() -> anyhow::Result<()> {
    let folder =
        std::env::args().nth(1).ok_or_else(|| anyhow::anyhow!("usage: evaluate FOLDER"))?;
    let configuration = Configuration::read(Path::new(&folder), &Variables::default())?;
    configuration.ask(|names| {
        let mut out = io::BufWriter::new(io::stdout().lock());
        for line in io::stdin().lock().lines() {
            let case: Json = serde_json::from_str(&line?)?;
            let (text, constraint) =
                (case["expr"].as_str().unwrap_or_default(), case["constraint"].as_str());
            let mut answer = answer::answer(names, text, constraint);
            answer["id"] = case["id"].clone();
            writeln!(out, "{answer}")?;
        }
        anyhow::Ok(())
    })?
}
