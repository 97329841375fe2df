use super::*;
use proptest::prelude::*;

fn plan(vpc: &str) -> Result<CidrPlan, CidrError> {
    CidrPlan::new(vpc.parse().unwrap(), Zone::DEFAULT)
}

fn refusal(vpc: &str) -> String {
    plan(vpc).expect_err(vpc).to_string()
}

fn subnets(plan: &CidrPlan) -> Vec<Ipv4Net> {
    plan.zones().flat_map(|zone| [zone.app(), zone.public(), zone.data()]).collect()
}

prop_compose! {
    fn private_vpc()(
        range in proptest::sample::select(PRIVATE.to_vec()),
        prefix in LARGEST_VPC_PREFIX..=SMALLEST_VPC_PREFIX,
        host in any::<u32>(),
    ) -> Ipv4Net {
        let range = Ipv4Net::new_assert(range.0.into(), range.1);
        let address = u32::from(range.network()) | host & u32::from(range.hostmask());
        Ipv4Net::new_assert(address.into(), prefix).trunc()
    }
}

proptest! {
    #[test]
    fn no_subnet_overlaps_another(vpc in private_vpc()) {
        let subnets = subnets(&CidrPlan::new(vpc, Zone::DEFAULT).unwrap());
        for (i, one) in subnets.iter().enumerate() {
            for other in &subnets[i + 1..] {
                prop_assert!(!one.contains(other) && !other.contains(one), "{one} and {other}");
            }
        }
    }

    #[test]
    fn every_subnet_is_inside_the_vpc_and_within_the_sizes_aws_allows(vpc in private_vpc()) {
        for subnet in subnets(&CidrPlan::new(vpc, Zone::DEFAULT).unwrap()) {
            prop_assert!(vpc.contains(&subnet), "{subnet} outside {vpc}");
            prop_assert!((16..=27).contains(&subnet.prefix_len()), "{subnet}");
            prop_assert_eq!(subnet, subnet.trunc());
        }
    }

    #[test]
    fn another_choice_of_zones_moves_no_address(vpc in private_vpc()) {
        let usual = CidrPlan::new(vpc, Zone::DEFAULT).unwrap();
        let other = CidrPlan::new(vpc, [Zone::D, Zone::F, Zone::A]).unwrap();
        prop_assert_eq!(subnets(&usual), subnets(&other));
    }
}

#[test]
fn the_production_plan_is_the_documented_table() {
    let plan = plan("10.0.0.0/16").unwrap();
    let rows: Vec<_> = plan
        .zones()
        .map(|z| format!("{} {} {} {} {}", z.name(), z.letter(), z.app(), z.public(), z.data()))
        .collect();
    assert_eq!(
        rows,
        [
            "us-east-1a a 10.0.0.0/20 10.0.48.0/24 10.0.64.0/24",
            "us-east-1b b 10.0.16.0/20 10.0.49.0/24 10.0.65.0/24",
            "us-east-1c c 10.0.32.0/20 10.0.50.0/24 10.0.66.0/24",
        ]
    );
}

#[test]
fn the_smallest_vpc_still_gives_the_load_balancer_a_27() {
    let plan = plan("192.168.32.0/19").unwrap();
    assert!(
        plan.zones().all(|zone| zone.public().prefix_len() == 27 && zone.app().prefix_len() == 23)
    );
}

#[test]
fn a_vpc_of_the_wrong_size_is_refused_with_the_allowed_sizes() {
    for vpc in ["10.0.0.0/15", "10.0.0.0/20", "10.0.0.0/32", "0.0.0.0/0"] {
        assert!(
            refusal(vpc).contains("allowed: /16 (the largest AWS accepts) to /19"),
            "{}",
            refusal(vpc)
        );
    }
}

#[test]
fn host_bits_are_refused_with_the_network_that_was_meant() {
    assert_eq!(
        refusal("10.0.5.1/16"),
        "VPC 10.0.5.1/16 has host bits set; write the network address 10.0.0.0/16"
    );
}

#[test]
fn public_addresses_are_refused_with_the_private_ranges() {
    for vpc in ["8.8.0.0/16", "172.32.0.0/16", "100.128.0.0/16"] {
        assert!(refusal(vpc).contains("is not private") && refusal(vpc).contains("100.64.0.0/10"));
    }
}

#[test]
fn a_zone_named_twice_is_refused() {
    let error =
        CidrPlan::new("10.0.0.0/16".parse().unwrap(), [Zone::A, Zone::B, Zone::A]).unwrap_err();
    assert!(error.to_string().starts_with("availability zone us-east-1a is named twice"));
}
