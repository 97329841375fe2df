//! Shows the progress of Terraform: bars on a terminal, plain lines elsewhere.

use std::collections::BTreeMap;
use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

use indicatif::{MultiProgress, ProgressBar, ProgressStyle};
use owo_colors::OwoColorize;

use crate::sandbox::{Event, Progress, Tally};

/// A plain line comes at least this often while Terraform tells something, so that a log shows that
/// it is alive.
const SILENCE: Duration = Duration::from_secs(15);
const TICK: Duration = Duration::from_millis(120);

/// The steps of a sandbox on standard error.
pub struct Screen {
    began: Instant,
    step: Option<Step>,
    /// None where there is no terminal.
    bars: Option<MultiProgress>,
}

struct Step {
    name: String,
    began: Instant,
    printed_at: Instant,
    tally: Tally,
    spinner: ProgressBar,
    tiers: BTreeMap<String, ProgressBar>,
}

impl Screen {
    /// An empty one.
    pub fn new() -> Self {
        let bars = io::stderr().is_terminal().then(MultiProgress::new);
        Self { began: Instant::now(), step: None, bars }
    }

    /// The last step is done.
    pub fn done(mut self) {
        self.finish();
    }

    fn finish(&mut self) {
        let Some(step) = self.step.take() else { return };
        step.clear();
        let (done, _) = step.tally.total();
        let resources = if done > 0 { format!(", {done} resources") } else { String::new() };
        say(&format!("{} {} ({}{resources})", "✓".green(), step.name, clock(step.began.elapsed())));
    }
}

impl Progress for Screen {
    fn step(&mut self, name: &str) {
        self.finish();
        let spinner = match &self.bars {
            Some(bars) => bars.add(ProgressBar::new_spinner()),
            None => {
                say(&format!("[{}] {name} …", clock(self.began.elapsed())));
                ProgressBar::hidden()
            }
        };
        spinner.set_style(style("{spinner} {elapsed:>4} {wide_msg}"));
        spinner.set_message(name.to_owned());
        if self.bars.is_some() {
            spinner.enable_steady_tick(TICK);
        }
        let now = Instant::now();
        let (tally, tiers) = (Tally::default(), BTreeMap::new());
        self.step = Some(Step {
            name: name.to_owned(),
            began: now,
            printed_at: now,
            tally,
            spinner,
            tiers,
        });
    }

    fn heard(&mut self, event: &Event) {
        let Some(step) = &mut self.step else { return };
        step.tally.hear(event);
        match &self.bars {
            Some(bars) => step.draw(bars),
            None if step.printed_at.elapsed() > SILENCE => {
                say(&format!("[{}] {}", clock(self.began.elapsed()), step.described()));
                step.printed_at = Instant::now();
            }
            None => {}
        }
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        if let Some(step) = &self.step {
            step.clear();
        }
    }
}

impl Step {
    fn described(&self) -> String {
        let (done, planned) = self.tally.total();
        if planned == 0 {
            return format!("{}: reads what exists", self.name);
        }
        let waiting = self
            .tally
            .longest_wait()
            .map(|(address, seconds)| format!("; waits for {address}, {seconds} s"));
        format!("{}: {done} of {planned} resources{}", self.name, waiting.unwrap_or_default())
    }

    fn draw(&mut self, bars: &MultiProgress) {
        for (name, done, planned) in self.tally.tiers() {
            let bar = self.tiers.entry(name.to_owned()).or_insert_with(|| {
                let bar = bars.add(ProgressBar::new(0));
                bar.set_style(style("  {prefix:12} {bar:40.green} {pos}/{len}"));
                bar.set_prefix(name.to_owned());
                bar
            });
            bar.set_length(planned as u64);
            bar.set_position(done as u64);
        }
        self.spinner.set_message(self.described());
    }

    fn clear(&self) {
        self.tiers.values().for_each(ProgressBar::finish_and_clear);
        self.spinner.finish_and_clear();
    }
}

fn style(template: &str) -> ProgressStyle {
    ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar())
}

/// Progress that cannot be told is no reason to stop.
fn say(line: &str) {
    let _ = writeln!(anstream::stderr(), "{line}");
}

fn clock(elapsed: Duration) -> String {
    let seconds = elapsed.as_secs();
    format!("{}:{:02}", seconds / 60, seconds % 60)
}
