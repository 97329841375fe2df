{% for zone in zones -%}
aws ec2 describe-nat-gateways --region us-east-1 --filter Name=tag:Name,Values={{ zone.nat_gateway }} --query 'NatGateways[].[NatGatewayId,State,FailureMessage]'
{% endfor -%}
