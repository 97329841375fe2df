# One of the subnets that a data source finds.
#: plan: fail|open:zone-load-balancer-spans@l; zone:us-east-1a!=survives

resource "terraform_data" "first" {}
data "aws_subnets" "app" { depends_on = [terraform_data.first] }
resource "aws_lb" "l" {
  load_balancer_type = "network"
  subnets            = [data.aws_subnets.app.ids[0]]
}
