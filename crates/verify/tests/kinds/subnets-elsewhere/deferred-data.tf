# A data source that is read during the apply.
#: plan: open:zone-service-spans@s; nofail:zone-*@aws_ecs_service.s; zone:us-east-1a!=survives; zone:us-east-1a!=lost
#: source: open:zone-service-spans@s; nofail:zone-*@aws_ecs_service.s

resource "terraform_data" "first" {}
data "aws_subnets" "app" {
  filter {
    name   = "tag:Tier"
    values = ["app"]
  }
  depends_on = [terraform_data.first]
}
resource "aws_ecs_service" "s" {
  name            = "s"
  task_definition = "t:1"
  desired_count   = 3
  launch_type     = "FARGATE"
  network_configuration { subnets = data.aws_subnets.app.ids }
}
