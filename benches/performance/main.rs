//! Measures `paytf gen` beside the floor, in turn: `cargo bench --bench performance` prints the
//! tables of benches/README.md; with `-- up-to 100` without the thousand, which write 1.6 GB each
//! time.
//!
//! The floor is a program of a few lines that holds the finished bytes and writes them into a new
//! folder, or reads and compares them: no generator can take less. Both write to the disk that
//! holds `target/`, or to `PAYTF_BENCH_DIR`. Needs Linux.

mod floor;
mod many;
mod measure;

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::Result;

use floor::Floor;
use measure::{Figures, in_turn, peak_mib};

/// What is written for one environment, and how often each thing is measured.
const PAYTF: &str = env!("CARGO_BIN_EXE_paytf");
const ROUNDS_OF_ONE: usize = 40;
const ROUNDS_OF_A_HUNDRED: usize = 10;
const ROUNDS_UNCHANGED: usize = 40;
const ROUNDS_OF_A_THOUSAND: usize = 3;

fn main() -> Result<()> {
    let arguments: Vec<_> = env::args().skip(1).filter(|argument| argument != "--bench").collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["peak", ref command @ ..] => measure::print_peak(command),
        ["up-to", most] => report(most.parse()?),
        _ => report(1000),
    }
}

fn report(most: usize) -> Result<()> {
    let place = env::var_os("PAYTF_BENCH_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_TARGET_TMPDIR")), PathBuf::from);
    let place = tempfile::Builder::new().prefix("performance-").tempdir_in(place)?;
    let (place, out) = (place.path(), place.path().join("out"));
    let floor = Floor::build(place, PAYTF)?;
    println!(
        "{} files, {:.2} MB of them the package; the least of all rounds, and the median\n",
        floor.files, floor.package_mb
    );
    println!(
        "| | floor | paytf | ratio | processor time, floor | paytf |\n|---|---|---|---|---|---|"
    );

    let all = |count| gen_all(place, &out, count);
    let one = in_turn(
        ROUNDS_OF_ONE,
        &out,
        || Ok(floor.write(&out, 1)),
        || Ok(one(place, &out)),
        Fresh::Each,
    )?;
    row("one environment, new", &one);
    let hundred = in_turn(
        ROUNDS_OF_A_HUNDRED,
        &out,
        || Ok(floor.write(&out, 100)),
        || all(100),
        Fresh::Each,
    )?;
    row("a hundred, new", &hundred);
    let unchanged =
        in_turn(ROUNDS_UNCHANGED, &out, || Ok(floor.read(&out)), || all(100), Fresh::Never)?;
    row("a hundred, unchanged", &unchanged);
    if most >= 1000 {
        let rounds = ROUNDS_OF_A_THOUSAND;
        let thousand =
            in_turn(rounds, &out, || Ok(floor.write(&out, 1000)), || all(1000), Fresh::Each)?;
        row("a thousand, new", &thousand);
    }

    println!("\n| peak memory | MiB | of it above the package |\n|---|---|---|");
    memory("floor, one environment", floor.write(&out, 1), &out, floor.package_mb)?;
    memory("paytf, one environment", self::one(place, &out), &out, floor.package_mb)?;
    memory("paytf, a hundred", all(100)?, &out, floor.package_mb)?;
    if most >= 1000 {
        memory("paytf, a thousand", all(1000)?, &out, floor.package_mb)?;
    }
    Ok(())
}

/// When the folder is emptied.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Fresh {
    /// Before each run.
    Each,
    /// Once it was written, never.
    Never,
}

/// Paytf, which remembers what it wrote below `place`.
fn paytf(place: &Path) -> Command {
    let mut command = Command::new(PAYTF);
    command.env("PAYTF_CACHE_DIR", place.join("cache")).arg("gen");
    command
}

fn one(place: &Path, out: &Path) -> Command {
    let mut command = paytf(place);
    command.args(["--suffix", "staging", "--out"]).arg(out);
    command
}

fn gen_all(place: &Path, out: &Path, count: usize) -> Result<Command> {
    let mut command = paytf(place);
    command
        .args(["--all", "--config"])
        .arg(many::configuration(place, count)?)
        .arg("--out")
        .arg(out);
    Ok(command)
}

fn row(what: &str, [floor, paytf]: &[Figures; 2]) {
    let ms = |time: Duration| time.as_secs_f64() * 1000.0;
    let ratio = ms(paytf.least) / ms(floor.least);
    println!(
        "| {what} | {floor} | {paytf} | {ratio:.2} | {:.1} ms | {:.1} ms |",
        ms(floor.cpu),
        ms(paytf.cpu)
    );
}

fn memory(what: &str, command: Command, out: &Path, package_mb: f64) -> Result<()> {
    let peak = peak_mib(command, out)?;
    println!("| {what} | {peak:.1} | {:.1} |", peak - package_mb * 1e6 / f64::from(1 << 20));
    Ok(())
}
