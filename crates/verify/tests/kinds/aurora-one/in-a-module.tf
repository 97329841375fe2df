# terraform-aws-modules/rds-aurora in small.
#: plan: fail:zone-database-candidate; zone:us-east-1a!=survives

module "db" {
  source    = "./db"
  instances = { one = {} }
}
