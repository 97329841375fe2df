//! What was promised to customers, watched by how fast the error budget burns.
//!
//! Two windows each: the long one says that it matters, the short one that it still goes on.
//! Source: Google, The Site Reliability Workbook, chapter 5, "Multiwindow, Multi-Burn-Rate Alerts".
//! Its slowest pair, of three days, is left out: a CloudWatch alarm cannot add up more than a day
//! (Amazon CloudWatch API Reference, `PutMetricAlarm`, `Period`: at most 86,400 seconds).

use super::Inputs;
use super::alarm::{Alarm, Severity};
use super::composite::{Composite, Rule};
use super::load_balancer::{RESPONSE_SECONDS, load_balancer, target_group};
use super::metric::Series;
use super::watch::{Section, Watch};

/// Of 100,000 requests, so many may fail in 30 days: availability 99.95 %.
const AVAILABILITY_BUDGET: u32 = 50;
/// Of 100,000 requests, so many may take longer than a second in 30 days: 99 % are faster.
const LATENCY_BUDGET: u32 = 1000;

/// Two windows and the rate at which the budget burns.
struct Burn {
    long: (&'static str, u32),
    short: (&'static str, u32),
    /// Tenths of the rate that would spend the budget in exactly 30 days.
    tenths: u32,
}

/// 2 % of the budget in an hour, 5 % in six hours: someone is woken.
const FAST: [Burn; 2] = [
    Burn { long: ("1h", 3_600), short: ("5m", 300), tenths: 144 },
    Burn { long: ("6h", 21_600), short: ("30m", 1_800), tenths: 60 },
];
/// 10 % of the budget in a day: it waits until morning.
const SLOW: [Burn; 1] = [Burn { long: ("1d", 86_400), short: ("2h", 7_200), tenths: 30 }];

/// The objective that payments succeed.
pub(super) const AVAILABILITY: &str = "availability";

pub(super) fn watches(var: &Inputs) -> Vec<Watch> {
    vec![
        objective(AVAILABILITY, "Failed, of 100,000 requests", AVAILABILITY_BUDGET, failed(var)),
        objective(
            "latency",
            "Slower than a second, of 100,000 requests",
            LATENCY_BUDGET,
            slow(var),
        ),
    ]
}

/// Failed requests. `RequestCount` leaves out those for which the load balancer found no target,
/// which are among its own errors: adding these keeps a total outage from dividing by nothing.
/// Source: User Guide for Application Load Balancers, "CloudWatch metrics for your Application Load
/// Balancer".
fn failed(var: &Inputs) -> Series {
    Series::math(
        "Failed, of 100,000 requests",
        "100000 * (FILL({targets}, 0) + FILL({own}, 0)) / (FILL({requests}, 0) + FILL({own}, 0))",
        [
            ("targets", target_group(var, "HTTPCode_Target_5XX_Count", "Sum")),
            ("own", load_balancer(var, "HTTPCode_ELB_5XX_Count", "Sum")),
            ("requests", target_group(var, "RequestCount", "Sum")),
        ],
    )
}

/// Requests slower than [`RESPONSE_SECONDS`].
fn slow(var: &Inputs) -> Series {
    const _: () = assert!(RESPONSE_SECONDS == 1, "the statistic below names the seconds");
    let within = target_group(var, "TargetResponseTime", "PR(:1)");
    Series::math(
        "Slower than a second, of 100,000 requests",
        "1000 * (100 - {within})",
        [("within", within)],
    )
}

fn objective(page: &'static str, title: &'static str, budget: u32, series: Series) -> Watch {
    let fast: Vec<_> = FAST.iter().map(|burn| burn.alarms(page, budget, &series)).collect();
    let slow: Vec<_> = SLOW.iter().map(|burn| burn.alarms(page, budget, &series)).collect();
    let burning = [
        composite(fast_burn(page), Severity::Page, &fast),
        composite(format!("{page}-slow-burn"), Severity::Ticket, &slow),
    ];
    Watch::new(Section::Customer, page, title, [fast, slow].concat().concat()).composed(burning)
}

/// The alarm that goes off when the budget of an objective burns fast.
pub(super) fn fast_burn(objective: &str) -> String {
    format!("{objective}-fast-burn")
}

fn composite(purpose: String, severity: Severity, pairs: &[[Alarm; 2]]) -> Composite {
    let rule = Rule::Any(pairs.iter().map(|[long, short]| Rule::all_of(&[long, short])).collect());
    Composite { purpose, severity, zone: None, rule }
}

impl Burn {
    fn alarms(&self, page: &str, budget: u32, series: &Series) -> [Alarm; 2] {
        let most = self.tenths * budget / 10;
        [self.long, self.short].map(|(window, seconds)| {
            let condition = series.clone().above(most).lasting(1, 1).every(seconds);
            condition.ticket(&format!("{page}-{window}"))
        })
    }
}
