# One module for each region: each call passes its own configuration of the provider.
#: plan: nofail:name-unique@west; fail:name-unique@again
#: source: nofail:name-unique@west; fail:name-unique@again
#: folder: nofail:name-unique@west; fail:name-unique@again

provider "aws" {
  alias                       = "west"
  region                      = "us-west-2"
  access_key                  = "test"
  secret_key                  = "test"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
  skip_metadata_api_check     = true
}
module "east" {
  source = "./queue"
  name   = "payments"
}
module "west" {
  source    = "./queue"
  name      = "payments"
  providers = { aws = aws.west }
}
module "refunds" {
  source = "./queue"
  name   = "refunds"
}
module "refunds_again" {
  source = "./queue"
  name   = "refunds"
}
